import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { codeOfPhoto } from './read-code.ts'
import { qrSvg } from './qr.ts'

const content = `http://127.0.0.1/chung-nhan/OCOP-VN-2026-0002#${'Ab9-'.repeat(60)}`

/** A code as a hand would photograph it: askew on a grey table, beside other things, as JPEG. */
async function photoOf(text: string, width = 2400): Promise<File> {
  const code = await sharp(Buffer.from(qrSvg(text)), { density: 300 })
    .resize(900)
    .rotate(7, { background: '#e8e4da' })
    .toBuffer()
  const table = sharp({ create: { width, height: 1800, channels: 3, background: '#9a958c' } })
  const photo = await table
    .composite([{ input: code, left: 700, top: 400 }])
    .jpeg({ quality: 60 })
    .toBuffer()
  return new File([new Uint8Array(photo)], 'anh.jpg')
}

describe('a photo', () => {
  test('says what its code says', async () => {
    expect(await codeOfPhoto(await photoOf(content))).toBe(content)
  })

  test('without a code is refused at its field', async () => {
    const blank = await sharp({ create: { width: 600, height: 400, channels: 3, background: '#777' } })
      .png()
      .toBuffer()
    await expect(codeOfPhoto(new File([new Uint8Array(blank)], 'x.png'))).rejects.toMatchObject({
      refusals: [{ code: 'recognition/photo-without-code', field: 'photo' }],
    })
  })

  test.each([
    ['not-an-image', 'đây là chữ'],
    ['unreadable', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(400)])],
    ['too-large', Buffer.alloc(20 * 1024 * 1024 + 1)],
  ])('that is %s is refused', async (why, bytes) => {
    await expect(codeOfPhoto(new File([bytes], 'x'))).rejects.toMatchObject({
      refusals: [{ code: `recognition/photo-${why}`, field: 'photo' }],
    })
  })
})
