import { expect, test } from 'vitest'
import { pdfText } from '../../test/support/pdf-text.ts'
import { renderPdf } from './pdf.ts'

const source = `#import "/platform/print/decree-30.typ": *
#show: decree.with(title: "Quyết định thử", on: data.on)
#heading-block(authority: "Ủy ban nhân dân tỉnh Lâm Đồng", number: "12", symbol: "QĐ-UBND", place: "Lâm Đồng", on: data.on)
#title-block("Quyết định", "Về việc công nhận sản phẩm OCOP")
#for position in range(data.lines) [#par[Dòng #position: ưỡ ấẫ ặ Ễ.]]
#closing-block(recipients: ("Như Điều 3;", "Lưu: VT."), on-behalf: "KT. Chủ tịch", title: "Phó Chủ tịch", signer: "Người Ký Mẫu")`

test('a document follows the layout of Decree 30/2020 and numbers its pages from the second', async () => {
  const pages = await pdfText(await renderPdf(source, { on: '2026-02-05', lines: 60 }))
  expect(pages[0]?.slice(0, 260)).toMatchInlineSnapshot(`
    "ỦY BAN NHÂN DÂN
    TỈNH LÂM ĐỒNG
    Số: 12/QĐ-UBND
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Lâm Đồng, ngày 05 tháng 02 năm 2026
    QUYẾT ĐỊNH
    Về việc công nhận sản phẩm OCOP
    Dòng 0: ưỡ ấẫ ặ Ễ.
    Dòng 1: ưỡ ấẫ ặ Ễ.
    Dòng 2: ưỡ ấẫ ặ Ễ.
    Dòng 3: ưỡ ấẫ ặ "
  `)
  expect(pages[1]).toMatch(/^2\nDòng/)
  expect(pages.at(-1)?.split('Nơi nhận:')[1]).toMatchInlineSnapshot(`
    "
    - Như Điều 3;
    - Lưu: VT.
    KT. CHỦ TỊCH
    PHÓ CHỦ TỊCH
    Người Ký Mẫu"
  `)
})

test('the file is a tagged PDF/A-2b that says it is Vietnamese and carries only the faces we ship', async () => {
  const file = Buffer.from(await renderPdf(source, { on: '2026-02-05', lines: 1 })).toString('latin1')
  expect(file).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>')
  expect(file).toContain('/Lang (vi-VN)')
  expect(file).toContain('/StructTreeRoot')
  expect(file).toContain('MediaBox [0 0 595.2')
  for (const [, face] of file.matchAll(/\/FontName \/[A-Z]{6}\+(\S+)/g)) expect(face).toMatch(/^(Tinos|BeVietnamPro)/)
})

test('the same source and data give the same bytes', async () => {
  const data = { on: '2026-11-24', lines: 3 }
  expect(Buffer.from(await renderPdf(source, data)).equals(Buffer.from(await renderPdf(source, data)))).toBe(true)
})

test('a source that does not compile says so', async () => {
  await expect(renderPdf('#nothing-of-this-name', {})).rejects.toThrow(/does not compile.*nothing-of-this-name/s)
})
