import { createPublicKey } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Sign1 } from '@auth0/cose'
import { decode } from 'cbor-x'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { certificateKeys } from '../platform/keys.ts'
import { judgeSigned } from '../ui/islands/credential.ts'
import { packStandings, signCertificate, signStatusList } from './credential.ts'
import type { Standing } from './credential.ts'
import type { PrintedFacts } from './model.ts'

const facts: PrintedFacts = {
  number: 'OCOP-51-2026-0147',
  authority: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
  place: 'Quảng Ngãi',
  productName: 'Cà phê Arabica Măng Đen rang mộc',
  productCode: '51-23473-07-2026',
  packs: ['Gói 250 g'],
  producerName: 'HTX Nông nghiệp Đắk Bla Xanh',
  placeName: 'Xã Măng Đen, Tỉnh Quảng Ngãi',
  stars: 4,
  months: 36,
  issuedOn: '2026-06-26',
  expiresOn: '2029-06-26',
  decisionNumber: '1187/QĐ-UBND',
  decidedOn: '2026-06-26',
  signerTitle: 'Phó Chủ tịch',
  signerName: 'Nguyễn Văn Mẫu',
  sample: true,
}
const address = 'https://ocop.example.vn/chung-nhan/OCOP-51-2026-0147'
const index = 5
const day = 86_400_000
const noon = Date.parse('2026-11-24T05:00:00.000Z')

const ring = () => certificateKeys(mkdtempSync(join(tmpdir(), 'ocop-keys-')))
const keys = ring()
const content = signCertificate(keys, facts, index, address)

/** A list of twelve certificates, as signed so long before noon. */
function listWith(standing: Partial<Standing> = {}, before = 0, signedBy = keys): Uint8Array {
  const packed = packStandings(12, [{ index, status: 'valid', replaced: false, ...standing }])
  const now = new Date(noon - before).toISOString()
  return signStatusList(signedBy, packed, 'https://ocop.example.vn/api/v1/status-list', now)
}

async function verdictOf(text: string, list: Uint8Array | undefined = listWith(), at = noon, trusted = keys) {
  return (await judgeSigned(text, { keys: trusted.published(), list }, new Date(at))).verdict
}

describe('another implementation of COSE', () => {
  test('verifies what we sign, and reads the same claims', async () => {
    const message = Sign1.decode(Buffer.from(content, 'base64url'))
    const [key] = keys.published()
    await message.verify(createPublicKey({ key: { ...key }, format: 'jwk' }), { algorithms: [-7] })
    expect(decode(message.payload)).toEqual({
      1: 'ocop.example.vn',
      2: 'OCOP-51-2026-0147',
      4: Date.parse('2029-06-27T00:00:00+07:00') / 1000,
      5: Date.parse('2026-06-26T00:00:00+07:00') / 1000,
      '-65537': ['Cà phê Arabica Măng Đen rang mộc', 'HTX Nông nghiệp Đắk Bla Xanh', 4, '1187/QĐ-UBND', 5],
    })
  })

  test('refuses what another key signed', async () => {
    const [key] = ring().published()
    const message = Sign1.decode(Buffer.from(content, 'base64url'))
    await expect(message.verify(createPublicKey({ key: { ...key }, format: 'jwk' }))).rejects.toThrow()
  })
})

describe('without network', () => {
  test.each<[string, Partial<Standing>, string]>([
    ['nothing was done to it', {}, 'valid'],
    ['revoked', { status: 'revoked' }, 'revoked'],
    ['suspended', { status: 'suspended' }, 'suspended'],
    ['a renewal waits, before the last day', { status: 'renewal-pending' }, 'valid'],
    ['replaced by a newer one', { status: 'expired', replaced: true }, 'expired'],
  ])('%s', async (_, standing, verdict) => {
    expect(await verdictOf(content, listWith(standing))).toBe(verdict)
    expect(await verdictOf(`${address}#${content}`, listWith(standing))).toBe(verdict)
  })

  test('the last second of the last day, and the first one after', async () => {
    const list = (at: number) => listWith({}, noon - at)
    const midnight = Date.parse('2029-06-27T00:00:00+07:00')
    expect(await verdictOf(content, list(midnight - 1000), midnight - 1000)).toBe('valid')
    expect(await verdictOf(content, list(midnight), midnight)).toBe('expired')
    expect(await verdictOf(content, listWith({ status: 'renewal-pending' }, noon - midnight), midnight)).toBe(
      'renewal-pending',
    )
  })

  test('a list that is missing, a week old, forged or too short proves no validity', async () => {
    const without = await judgeSigned(content, { keys: keys.published(), list: undefined }, new Date(noon))
    expect(without).toMatchObject({ verdict: 'cannot-tell', statusAge: null })
    const old = await judgeSigned(content, { keys: keys.published(), list: listWith({}, 7 * day) }, new Date(noon))
    expect(old).toMatchObject({ verdict: 'cannot-tell', statusAge: 7 * 86_400 })
    expect(old.reason).toContain('Danh sách tình trạng lập 7 ngày trước')
    expect(await verdictOf(content, listWith({}, 7 * day - 1000))).toBe('valid')
    expect(await verdictOf(content, listWith({}, 0, ring()))).toBe('cannot-tell')
    expect(await verdictOf(content, Buffer.from('rác'))).toBe('cannot-tell')
    const short = signStatusList(keys, packStandings(2, []), 'x', new Date(noon).toISOString())
    expect(await verdictOf(content, short)).toBe('cannot-tell')
  })

  test('what is never undone is proven by an old list too; expiry by the date alone', async () => {
    expect(await verdictOf(content, listWith({ status: 'revoked' }, 90 * day))).toBe('revoked')
    expect(await verdictOf(content, listWith({ status: 'suspended' }, 90 * day))).toBe('cannot-tell')
    const later = Date.parse('2030-01-01T00:00:00Z')
    expect((await judgeSigned(content, { keys: keys.published(), list: undefined }, new Date(later))).verdict).toBe(
      'expired',
    )
  })

  test('a clock that is wrong is never turned into a star', async () => {
    expect(await verdictOf(content, listWith(), Date.parse('2026-06-25T16:59:59Z'))).toBe('cannot-tell')
    const slow = await judgeSigned(content, { keys: keys.published(), list: listWith() }, new Date(noon - day))
    expect(slow.verdict).toBe('cannot-tell')
    expect(slow.reason).toContain('đồng hồ')
    expect(await verdictOf(content, listWith(), noon - 200_000)).toBe('valid')
  })

  test('a key made since the list was fetched is unknown, not false; with a fresh list it is false', async () => {
    const other = signCertificate(ring(), facts, index, address)
    expect(await verdictOf(other)).toBe('not-genuine')
    expect(await verdictOf(other, listWith({}, 8 * day))).toBe('cannot-tell')
  })

  test('after a rotation, old and new signatures stand, and the old private key is gone', async () => {
    const rotating = ring()
    const before = signCertificate(rotating, facts, index, address)
    const { from, to } = rotating.prepare('2026-11-24T05:00:00.000Z')
    rotating.activate(to)
    const after = signCertificate(rotating, facts, index, address)
    expect(rotating.published().map(({ kid }) => kid)).toEqual([to, from])
    const list = listWith({}, 0, rotating)
    expect([await verdictOf(before, list, noon, rotating), await verdictOf(after, list, noon, rotating)]).toEqual([
      'valid',
      'valid',
    ])
    expect(JSON.stringify(rotating.published())).not.toContain('"d"')
  })
})

describe('forgery', () => {
  const bytes = Buffer.from(content, 'base64url')

  test('any changed byte, and any changed letter, is not genuine', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(bytes)
        changed[at] = (changed[at] ?? 0) ^ flip
        expect(await verdictOf(changed.toString('base64url'))).toBe('not-genuine')
      }),
      { numRuns: 400 },
    )
    const whole = `${address}#${content}`
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.constantFrom(...'aZ09-_#/ %'), async (at, letter) => {
        fc.pre(whole[at] !== letter && at >= 'https'.length)
        const verdict = await verdictOf(whole.slice(0, at) + letter + whole.slice(at + 1))
        expect(verdict).not.toBe('valid')
      }),
      { numRuns: 400 },
    )
  })

  test('cut anywhere, or with something behind it, is not genuine', async () => {
    for (let length = 3; length < content.length; length++)
      expect(await verdictOf(content.slice(0, length))).toBe('not-genuine')
    expect(await verdictOf(`${content}AAAA`)).toBe('not-genuine')
  })

  test('a number, a code or an address alone proves nothing', async () => {
    for (const text of [facts.number, '8935000000014', 'Cà phê', address, ''])
      expect(await verdictOf(text)).toBe('cannot-tell')
  })

  test('a list is no certificate and a certificate is no list', async () => {
    expect(await verdictOf(Buffer.from(listWith()).toString('base64url'))).toBe('not-genuine')
    expect(await verdictOf(content, bytes)).toBe('cannot-tell')
  })

  test('true content behind the address of another site or another number is not genuine', async () => {
    expect(await verdictOf(`https://ocop-example.vn/chung-nhan/${facts.number}#${content}`)).toBe('not-genuine')
    expect(await verdictOf(`https://ocop.example.vn/chung-nhan/OCOP-51-2026-0148#${content}`)).toBe('not-genuine')
    expect(await verdictOf(`https://ocop.example.vn/san-pham/x#${content}`)).toBe('not-genuine')
  })

  test('random bytes and endless text are refused, never trusted', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (noise) => {
        const text = Buffer.from([0xd2, 0x84, 0x4d, ...noise]).toString('base64url')
        expect(await verdictOf(text)).toBe('not-genuine')
      }),
    )
    expect(await verdictOf(`0oR${'A'.repeat(5_000_000)}`)).toBe('not-genuine')
  })
})
