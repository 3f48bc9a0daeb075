import { mkdtempSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync } from 'node:zlib'
import ExcelJS from 'exceljs'
import { afterAll, describe, expect, it } from 'vitest'
import { Refused } from '../kernel/refusal.ts'
import { mostRows, readList } from './list-file.ts'
import { say } from './words.ts'

const directory = mkdtempSync(join(tmpdir(), 'ocop-lists-'))
afterAll(() => rmSync(directory, { recursive: true }))

let files = 0
async function list(content: string | Buffer, extension = 'csv') {
  const path = join(directory, `${++files}.${extension}`)
  await writeFile(path, content)
  return readList(path)
}

/** What a person reads when the file as a whole is refused. */
async function refusalOf(content: string | Buffer, extension?: string): Promise<string> {
  const error: unknown = await list(content, extension).catch((thrown: unknown) => thrown)
  if (!(error instanceof Refused)) throw new Error('the file was read', { cause: error })
  return error.refusals.map(say).join(' ')
}

async function sheet(draw: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void) {
  const book = new ExcelJS.Workbook()
  draw(book.addWorksheet('Danh sách'), book)
  return list(Buffer.from(await book.xlsx.writeBuffer()), 'xlsx')
}

const oneRow = [{ line: 2, product: 'Gạo thơm', subject: 'HTX Mẫu', stars: '4', extra: {} }]

describe('text', () => {
  it.each([
    ['semicolons', 'Tên sản phẩm;Chủ thể;Hạng sao\nGạo thơm;HTX Mẫu;4\n'],
    ['tabs', 'Tên sản phẩm\tChủ thể\tHạng sao\nGạo thơm\tHTX Mẫu\t4\n'],
    ['a mark at the start', '\uFEFFTên sản phẩm,Chủ thể,Hạng sao\r\nGạo thơm,HTX Mẫu,4\r\n'],
    ['letters with loose marks', 'Tên sản phẩm,Chủ thể,Hạng sao\nGạo thơm,HTX Mẫu,4\n'.normalize('NFD')],
  ])('with %s gives the same rows', async (_, content) => {
    expect(await list(content)).toEqual(oneRow)
  })

  it('in UTF-16, as Excel saves “Unicode text”, gives the same rows', async () => {
    expect(await list(Buffer.from('\uFEFFTên sản phẩm\tChủ thể\tHạng sao\nGạo thơm\tHTX Mẫu\t4\n', 'utf16le'))).toEqual(
      oneRow,
    )
  })

  it('in another encoding is refused with the line and what to do', async () => {
    const foreign = Buffer.concat([Buffer.from('product,stars\nNem,4\nG'), Buffer.from([0xb9]), Buffer.from('o,3\n')])
    expect(await refusalOf(foreign)).toMatch(/^Dòng 3 không đọc được bằng bảng mã UTF-8\..*“CSV UTF-8”/)
    expect(await refusalOf('product,stars\nN\u0000em,4\n')).toMatch(/^Dòng 2 /)
  })

  it('with a quote that nobody closes is refused with its line, quotes inside a name are kept', async () => {
    expect(await list('product,stars\nBánh "Tổ" Hội An,4\n')).toMatchObject([{ product: 'Bánh "Tổ" Hội An' }])
    expect(await refusalOf('product,stars\nNem,4\n"Gạo thơm,4\nNem,3\n')).toMatch(/^Dòng \d+: có dấu ngoặc kép mở/)
  })

  it('holds the largest list, and one row more is refused', async () => {
    const full = `product\n${'a\n'.repeat(mostRows)}`
    expect(await list(full)).toHaveLength(mostRows)
    expect(await refusalOf(`${full}a\n`)).toContain('100.000 dòng')
    expect(await refusalOf(`product\n${'a\n'.repeat(1_000_000)}`)).toContain('100.000 dòng')
  })

  it('that is no list, or has no column of products, says what is missing', async () => {
    expect(await refusalOf('<html><body>Không tìm thấy</body></html>')).toContain('không có cột tên sản phẩm')
    expect(await refusalOf('')).toContain('không có cột tên sản phẩm')
  })
})

describe('workbooks', () => {
  it('whose header has two lines and merged cells are read as a person reads them', async () => {
    const rows = await sheet((page) => {
      page.addRows([
        ['DANH SÁCH SẢN PHẨM OCOP'],
        ['TT', 'Tên sản phẩm (*)', 'Chủ thể OCOP', 'Phường/Xã', 'Quyết định công nhận', null, 'Kết quả phân hạng'],
        [null, null, null, null, 'Số', 'Ngày'],
        [1, 'Gạo thơm', 'HTX Mẫu', 'Xã Mẫu', '12/QĐ-UBND', new Date('2021-03-04'), '4 sao'],
        [2, 'Gạo nếp', null, null, '12/QĐ-UBND', new Date('2021-03-04'), '***'],
      ])
      for (const range of ['A1:G1', 'A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'E2:F2', 'G2:G3', 'C4:C5', 'D4:D5'])
        page.mergeCells(range)
    })
    const common = { subject: 'HTX Mẫu', commune: 'Xã Mẫu', decisionDate: '2021-03-04' }
    expect(rows).toMatchObject([
      { line: 4, product: 'Gạo thơm', stars: '4 sao', ...common },
      { line: 5, product: 'Gạo nếp', stars: '***', ...common },
    ])
  })

  it('with a cover sheet before the list are read at the list', async () => {
    const rows = await sheet((cover, book) => {
      cover.addRow(['Kèm theo công văn'])
      cover.mergeCells('A1:A3')
      const page = book.addWorksheet('Sản phẩm')
      page.addRows([
        ['Sản phẩm', 'Huyện'],
        ['Nem', 'Mẫu'],
        ['Mắm', null],
      ])
      page.mergeCells('B2:B3')
    })
    expect(rows).toMatchObject([
      { product: 'Nem', district: 'Mẫu' },
      { product: 'Mắm', district: 'Mẫu' },
    ])
  })

  it('with formulas give what they last computed; without it, or with #REF!, the cell says so', async () => {
    const rows = await sheet((page) =>
      page.addRows([
        ['Sản phẩm', 'Hạng sao', 'Ngày ký'],
        [{ formula: 'A9', result: 'Nem' }, { formula: '2+2', result: 4 }, { error: '#REF!' }],
        ['Mắm', { formula: '1+2' }, '2021-03-04'],
      ]),
    )
    expect(rows).toMatchObject([
      { product: 'Nem', stars: '4', decisionDate: '#REF!' },
      { product: 'Mắm', stars: '#VALUE!' },
    ])
  })

  it('that unpack to far more than their size are refused before they are read', async () => {
    const bomb = zip([['xl/worksheets/sheet1.xml', deflateRawSync(Buffer.alloc(210_000_000, 0x20))]])
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await refusalOf(bomb, 'xlsx')).toContain('200 MB sau khi giải nén')
  })

  it('that hide a file from the directory, are cut off or are no workbook are refused in words', async () => {
    const part: [string, Buffer] = ['xl/worksheets/sheet1.xml', deflateRawSync(Buffer.from('<worksheet/>'))]
    const hidden = zip([part], { before: zip([part]) })
    expect(await refusalOf(hidden, 'xlsx')).toContain('bị hỏng')
    expect(await refusalOf(zip([part]).subarray(0, 60), 'xlsx')).toContain('bị hỏng')
    expect(await refusalOf(zip([['xl/worksheets/sheet1.xml', Buffer.from('no deflate')]]), 'xlsx')).toContain('bị hỏng')
    expect(await refusalOf(zip([['a.txt', deflateRawSync(Buffer.from('text'))]]), 'xlsx')).toContain('cột tên sản phẩm')
  })

  it('of an old Excel, or locked by a password, are told apart by their bytes, not their name', async () => {
    expect(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xlsx')).toContain('bỏ mật khẩu')
    expect(await list('product,subject,stars\nGạo thơm,HTX Mẫu,4\n', 'xlsx')).toEqual(oneRow)
  })
})

/** An archive whose sizes and places can be made to lie. */
function zip(parts: readonly [string, Buffer][], { before }: { before: Buffer } = { before: Buffer.alloc(0) }): Buffer {
  const pieces = [before]
  const places: Buffer[] = []
  let at = before.length
  for (const [name, packed] of parts) {
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(8, 4)
    facts.writeUInt32LE(crc32(packed), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, Buffer.from(name), packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    places.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), facts, place, Buffer.from(name)]))
    pieces.push(local)
    at += local.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(Buffer.concat(places).length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...pieces, ...places, Buffer.from('PK\u0005\u0006'), end])
}
