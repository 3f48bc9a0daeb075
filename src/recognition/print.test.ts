import { createHash } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'uqr'
import { expect, test } from 'vitest'
import { pdfText } from '../../test/support/pdf-text.ts'
import { qrOfPdf } from '../../test/support/qr-of-pdf.ts'
import { certificateKeys } from '../platform/keys.ts'
import { signCertificate } from './credential.ts'
import type { PrintedFacts } from './model.ts'
import { renderCertificate } from './print.ts'

const url = 'https://ocop.example.vn/chung-nhan/OCOP-51-2026-0147'

const facts: PrintedFacts = {
  number: 'OCOP-51-2026-0147',
  authority: 'Ủy ban nhân dân tỉnh Quảng Ngãi',
  place: 'Quảng Ngãi',
  productName: 'Cà phê Arabica Măng Đen rang mộc',
  productCode: '51-23473-07-2026',
  packs: ['Gói 250 g', 'Gói 500 g'],
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

test('the first layout of the certificate says this, and will in ten years', async () => {
  const [page, ...more] = await pdfText(await renderCertificate('v1', facts, url))
  expect(more).toEqual([])
  expect(page).toMatchInlineSnapshot(`
    "ỦY BAN NHÂN DÂN
    TỈNH QUẢNG NGÃI
    Số: OCOP-51-2026-0147
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    GIẤY CHỨNG NHẬN
    Sản phẩm của Chương trình Mỗi xã một sản phẩm
    Cà phê Arabica Măng Đen rang mộc
    của HTX Nông nghiệp Đắk Bla Xanh, Xã Măng Đen, Tỉnh Quảng Ngãi
    HẠNG 4 SAO
    Có hiệu lực 36 tháng, từ ngày 26/06/2026 đến hết ngày 26/06/2029
    Quét để kiểm tra tình trạng hôm nay: https://ocop.example.vn/chung-nhan/
    OCOP-51-2026-0147
    Mã sản phẩm 51-23473-07-2026. Quy cách: Gói 250 g, Gói 500 g.
    Theo Quyết định công nhận số 1187/QĐ-UBND ngày 26/06/2026. Dữ liệu
    mẫu, không có giá trị pháp lý.
    Quảng Ngãi, ngày 26 tháng 6 năm 2026
    PHÓ CHỦ TỊCH
    Nguyễn Văn Mẫu"
  `)
})

// A signature of some day, kept as a print keeps it.
const signedUrl = `${url}#0oRNogEmBEhqYmtIVldOM6Cg`

test('the second layout of the certificate says this, and will in ten years', async () => {
  const [page, ...more] = await pdfText(await renderCertificate('v2', facts, signedUrl))
  expect(more).toEqual([])
  expect(page).toMatchInlineSnapshot(`
    "ỦY BAN NHÂN DÂN
    TỈNH QUẢNG NGÃI
    Số: OCOP-51-2026-0147
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    GIẤY CHỨNG NHẬN
    Sản phẩm của Chương trình Mỗi xã một sản phẩm
    Cà phê Arabica Măng Đen rang mộc
    của HTX Nông nghiệp Đắk Bla Xanh, Xã Măng Đen, Tỉnh Quảng Ngãi
    HẠNG 4 SAO
    Có hiệu lực 36 tháng, từ ngày 26/06/2026 đến hết ngày 26/06/2029
    Quét để kiểm tra tình trạng hôm nay:
    https://ocop.example.vn/chung-nhan/OCOP-51-2026-0147
    Mã QR mang chữ ký số của hệ thống, kiểm tra được cả khi không có mạng.
    Mã sản phẩm 51-23473-07-2026. Quy cách: Gói 250 g, Gói 500 g.
    Theo Quyết định công nhận số 1187/QĐ-UBND ngày 26/06/2026. Dữ liệu
    mẫu, không có giá trị pháp lý.
    Quảng Ngãi, ngày 26 tháng 6 năm 2026
    PHÓ CHỦ TỊCH
    Nguyễn Văn Mẫu"
  `)
})

test.each(['v1', 'v2'])('a reprint of %s is the same file, byte for byte', async (layout) => {
  const hash = async () =>
    createHash('sha256')
      .update(await renderCertificate(layout, facts, signedUrl))
      .digest('hex')
  expect(await hash()).toBe(await hash())
})

const keys = certificateKeys(mkdtempSync(join(tmpdir(), 'ocop-keys-')))

test('the code on the sheet reads at 200 dots per inch, with its signed content', async () => {
  const printed = `${url}#${signCertificate(keys, facts, 20_000, url)}`
  // An office scanner's own resolution; 0.4 mm a module is what cheap cameras read from a hand's distance.
  expect(await qrOfPdf(await renderCertificate('v2', facts, printed))).toBe(printed)
  expect(38 / encode(printed, { ecc: 'M', border: 2 }).size).toBeGreaterThan(0.4)
  expect(await qrOfPdf(await renderCertificate('v1', facts, url))).toBe(url)
})

test('the longest names still give a code that reads from paper', async () => {
  const long = { ...facts, productName: 'Ứng dụng đặc sản '.repeat(20), producerName: 'Hợp tác xã dịch vụ '.repeat(20) }
  const printed = `${url}#${signCertificate(keys, long, 20_000, url)}`
  expect(await qrOfPdf(await renderCertificate('v2', facts, printed), 300)).toBe(printed)
  expect(38 / encode(printed, { ecc: 'M', border: 2 }).size).toBeGreaterThan(0.33)
})

test('a long name of a product and of a producer stays on one sheet', async () => {
  const long = {
    ...facts,
    productName: 'Bộ sản phẩm trà thảo mộc thập vị sấy lạnh '.repeat(4).trim(),
    producerName: 'Hợp tác xã Nông nghiệp và Dịch vụ tổng hợp '.repeat(3).trim(),
  }
  expect(await pdfText(await renderCertificate('v1', long, url))).toHaveLength(1)
  expect(await pdfText(await renderCertificate('v2', long, signedUrl))).toHaveLength(1)
})

test('a layout that does not exist is an error, not another look', async () => {
  await expect(async () => renderCertificate('v0', facts, url)).rejects.toThrow('No certificate layout v0')
})
