import { beforeAll, describe, expect, it } from 'vitest'
import { coffee, filed, form02, form03, oneDefect, opened, readyToFile } from '../../test/support/filing.ts'
import type { Walker } from '../../test/support/filing.ts'
import { visiting } from '../../test/support/pages.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { communeLeader, communeOfficer } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { amendProducer } from '../producer/actions.ts'
import { saveForm03 } from './actions.ts'
import { completeDossier, returnDossier } from './actions-filing.ts'
import { reportFromCommune } from './actions-forward.ts'
import { saveForm02 } from './actions-writing.ts'
import { dossierPages } from './pages.tsx'
import { refusals } from './words.ts'

const world = useWorld()
let walker: Walker

beforeAll(async () => {
  walker = await filed(world)
  const signing = '2026-11-30T02:00:00.000Z'
  await saveForm03(world.as(communeOfficer, signing), walker.id, form03)
  await reportFromCommune(world.as(communeLeader, signing), walker.id)
})

async function printed(form: string, { id, owner } = walker, now = '2026-12-01T02:00:00.000Z') {
  const page = await visiting(dossierPages, refusals, () => world.as(owner, now)).get(`/ho-so/${id}/ban-in/${form}`)
  expect(page.headers.get('content-type')).toBe('application/pdf')
  return pdfText(new Uint8Array(await page.arrayBuffer()))
}

describe('the printed forms', () => {
  it('form 01: the slip of registration', async () => {
    expect((await printed('01')).join('\n')).toMatchInlineSnapshot(`
      "HTX MẪU 1
      Số: ……/PĐK
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Măng Đen, ngày 24 tháng 11 năm 2026
      PHIẾU ĐĂNG KÝ
      Đánh giá, phân hạng sản phẩm OCOP (Mẫu 01)
      Kính gửi: Ủy ban nhân dân xã Măng Đen
      Tên chủ thể HTX Mẫu 1
      Người đại diện theo pháp luật Người Mẫu
      Địa chỉ Thôn Mẫu, Xã Măng Đen, Tỉnh Quảng Ngãi
      Điện thoại 0900000000
      Thư điện tử
      Sản phẩm đăng ký Cà phê mẫu 1
      Ngành, nhóm, phân nhóm Thực phẩm / Cà phê, ca cao / 13. Cà phê, ca cao
      Loại đăng ký Lần đầu
      Tài liệu gửi kèm: báo cáo tự đánh giá (bản giấy và bản điện tử), danh mục
      minh chứng, 5 mẫu sản phẩm.
      Chủ thể cam kết thông tin trong hồ sơ là đúng sự thật và chịu trách nhiệm trước
      pháp luật.
      Nơi nhận:
      - Như trên;
      - Lưu: hồ sơ.
      ĐẠI DIỆN CHỦ THỂ
      Người Mẫu
      Phần dành cho Ủy ban nhân dân cấp xã
      Số phiếu: 01/PĐK-51-23473-2026
      Ngày nhận: 24/11/2026
      Người nhận (ký, ghi rõ họ tên):
      Phần dành cho cơ quan tham mưu OCOP
      cấp tỉnh
      Số phiếu: ……
      Ngày nhận: ……
      Người nhận (ký, ghi rõ họ tên):"
    `)
  })

  it('form 02: the report of self-assessment, every criterion with its option, description, points and papers', async () => {
    const pages = await printed('02')
    const text = pages.join('\n')
    expect(text.slice(0, text.indexOf('1.2 '))).toMatchInlineSnapshot(`
      "HTX MẪU 1
      Số: ……/BC
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Măng Đen, ngày 24 tháng 11 năm 2026
      BÁO CÁO TỰ ĐÁNH GIÁ
      Sản phẩm Cà phê mẫu 1 (Mẫu 02)
      I. Thông tin chung
      Tên chủ thể HTX Mẫu 1
      Loại hình Hợp tác xã
      Địa chỉ Thôn Mẫu, Xã Măng Đen, Tỉnh Quảng Ngãi
      Điện thoại 0900000000
      Thư điện tử
      Người đại diện theo pháp luật Người Mẫu
      Giới tính, dân tộc Nữ, Xơ Đăng
      Nơi thường trú của người đại
      diện
      Ngày thành lập
      Số, ngày đăng ký kinh doanh 5100000001, 04/05/2021
      Lao động (tại xã)
      Quá trình hình thành
      Cơ cấu tổ chức
      Quy cách sản phẩm
      Giấy đăng ký kinh doanh chưa có
      Công bố chất lượng sản phẩm chưa có
      Giấy an toàn thực phẩm và giấy
      bắt buộc để sản xuất
      có: Giấy an toàn thực phẩm
      Sở hữu trí tuệ chưa có
      Mô tả sản phẩm: Cà phê bột, rang mộc, xay theo mẻ.
      Tiêu chuẩn của sản phẩm: Đạt tiêu chuẩn cơ sở mẫu.
      II. Kết quả thực hiện phương án kinh doanh
      Vùng nguyên liệu: Vùng nguyên liệu 12 ha của 18 hộ trong xã.
      Công nghệ: Thêm một máy rang, ghi sổ từng mẻ.
      Chất lượng: Kiểm nghiệm định kỳ đạt.
      Bao bì, nhãn: Túi một chiều 250 g, nhãn có mã truy xuất.
      Thị trường: Bán trong tỉnh và qua mạng, 4 tấn mỗi năm.
      Doanh thu: Doanh thu tăng hai năm liền: 1,2 rồi 1,6 tỷ đồng.
      Lợi nhuận: 150 rồi 210 triệu đồng.
      2
      III. Tự chấm theo bộ tiêu chí (bộ 13, Cà phê, ca cao, 26/2026/QĐ-TTg)
      Số Tiêu chí, mức tự chọn, thuyết minh Điểm Minh
      chứng
      Phần A. Sản phẩm và sức mạnh cộng đồng 40/40
      1.1 Nguồn nguyên liệu: Nguyên liệu trong tỉnh từ 75% đến 100% 3
      "
    `)
    expect(text.slice(text.indexOf('Tổng điểm'))).toMatchInlineSnapshot(`
      "Tổng điểm tự chấm 100
      IV. Phương án sản xuất, kinh doanh
      Mở rộng kho, thêm hai điểm bán.
      Danh mục minh chứng, theo thứ tự tiêu chí
      Số Giấy tờ (bản sao) Số, nơi cấp Ngày cấp, hạn Tiêu chí
      1 Giấy an toàn thực phẩm 10/01/2025 đến
      10/01/2028
      chung
      Tên các mục là diễn đạt tóm tắt theo Phụ lục III của 26/2026/QĐ-TTg, chưa phải nguyên văn của
      mẫu. Nhãn các mức là diễn đạt tóm tắt, chưa phải nguyên văn của quyết định.
      Nơi nhận:
      - UBND cấp xã;
      - Lưu: hồ sơ.
      ĐẠI DIỆN CHỦ THỂ
      Người Mẫu"
    `)
    expect(pages.length).toBeGreaterThan(2)
    // The table goes over pages: its head stands again on each, and each criterion once.
    expect(pages.filter((page) => /Điểm\s+Minh\s+chứng/.test(page)).length).toBeGreaterThan(1)
    for (const { code } of coffee.criteria) expect(text.split(`\n${code}`).length, code).toBeGreaterThanOrEqual(2)
  })

  it('form 03: the report of the commune, without points, on the day it was signed', async () => {
    expect((await printed('03')).join('\n')).toMatchInlineSnapshot(`
      "ỦY BAN NHÂN DÂN
      XÃ MĂNG ĐEN
      Số: ……/BC-UBND
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Măng Đen, ngày 30 tháng 11 năm 2026
      BÁO CÁO
      Về sản phẩm đề nghị đánh giá, phân hạng OCOP (Mẫu 03)
      Căn cứ Quyết định số 26/2026/QĐ-TTg ngày 22 tháng 5 năm 2026 của Thủ
      tướng Chính phủ;
      Sản phẩm: Cà phê mẫu 1. Chủ thể: HTX Mẫu 1. Số phiếu:
      01/PĐK-51-23473-2026.
      1. Nguồn gốc sản phẩm, nguyên liệu địa phương
      Nguyên liệu trồng trong xã.
      2. Sử dụng lao động địa phương
      Ba phần tư lao động là người trong xã.
      3. Nguồn gốc ý tưởng sản phẩm
      Chủ thể tự phát triển từ nghề sẵn có.
      4. Bản sắc, trí tuệ địa phương
      Gắn với làng mẫu.
      Đề nghị
      Đề nghị tỉnh đánh giá, phân hạng.
      Nơi nhận:
      - Cơ quan tham mưu OCOP cấp tỉnh;
      - Chủ thể;
      - Lưu: VT.
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH"
    `)
  })

  it('the letter that carries the dossier from the commune to the province', async () => {
    expect((await printed('de-nghi')).join('\n')).toMatchInlineSnapshot(`
      "ỦY BAN NHÂN DÂN
      XÃ MĂNG ĐEN
      Số: ……/UBND
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Măng Đen, ngày 30 tháng 11 năm 2026
      V/v đề nghị đánh giá, phân hạng sản
      phẩm OCOP (lần đầu)
      Kính gửi: Cơ quan tham mưu quản lý OCOP tỉnh Quảng Ngãi
      Căn cứ Quyết định số 26/2026/QĐ-TTg của Thủ tướng Chính phủ, Ủy ban
      nhân dân xã Măng Đen đã nhận và kiểm tra hồ sơ sản phẩm Cà phê mẫu 1 của HTX
      Mẫu 1, số phiếu 01/PĐK-51-23473-2026.
      Ủy ban nhân dân xã Măng Đen chuyển hồ sơ và đề nghị tổ chức đánh giá, phân
      hạng. Đề nghị tỉnh đánh giá, phân hạng.
      Hồ sơ gửi kèm, một bộ giấy và một bộ điện tử:
      - Báo cáo Mẫu 03
      - Hồ sơ sản phẩm
      - 5 mẫu sản phẩm
      Nơi nhận:
      - Như trên;
      - Chủ thể;
      - Lưu: VT.
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH"
    `)
  })

  it('the same dossier gives the same bytes on another day, so a printed copy can be compared', async () => {
    const later = '2027-01-04T02:00:00.000Z'
    expect(await printed('01', walker, later)).toEqual(await printed('01'))
    expect(await printed('03', walker, later)).toEqual(await printed('03'))
  })

  it('a form that was not filled in, or that there is not, is not found', async () => {
    const draft = await opened(world)
    const seen = visiting(dossierPages, refusals, () => world.as(draft.owner))
    for (const form of ['01', '02', '03', '04', 'x'])
      expect((await seen.get(`/ho-so/${draft.id}/ban-in/${form}`)).status).toBe(404)
    const waiting = await filed(world)
    expect(
      (await visiting(dossierPages, refusals, () => world.as(communeOfficer)).get(`/ho-so/${waiting.id}/ban-in/01`))
        .status,
    ).toBe(200)
    expect(
      (await visiting(dossierPages, refusals, () => world.as(communeOfficer)).get(`/ho-so/${draft.id}/ban-in/01`))
        .status,
    ).toBe(404)
  })

  it('a draft bears its mark, as filed it does not, and only who writes it prints it', async () => {
    const draft = await readyToFile(world)
    expect((await printed('01', draft)).join('\n')).toContain('BẢN NHÁP')
    const { id } = walker
    expect((await printed('01')).join('\n')).not.toContain('BẢN NHÁP')
    const officerSees = visiting(dossierPages, refusals, () => world.as(communeOfficer))
    expect((await officerSees.get(`/ho-so/${id}/ban-in/01?lan=nhap`)).status).toBe(404)
    expect((await officerSees.get(`/ho-so/${id}/ban-in/01?lan=99`)).status).toBe(404)
  })

  it('what was filed stays as it was when the register changes; the page shows both', async () => {
    const one = await filed(world)
    const before = await printed('01', one)
    await amendProducer(world.as(one.owner), one.producerId, {
      ...details,
      registrationNo: undefined,
      kind: 'group',
      address: 'Thôn Mới',
    })
    expect(await printed('01', one)).toEqual(before)
    const page = await visiting(dossierPages, refusals, () => world.as(one.owner)).get(`/ho-so/${one.id}`)
    const html = await page.text()
    expect(html).toContain('Thôn Mới')
    expect(html).toContain('bản đã nộp không đổi')
  })

  it('each submission is printed as it was handed in, and the page lists what the second changed', async () => {
    const one = await filed(world)
    await returnDossier(world.as(communeOfficer), one.id, oneDefect)
    await saveForm02(world.as(one.owner), one.id, { market: 'Bán ở ba tỉnh, 6 tấn mỗi năm.' })
    const again = '2026-11-26T02:00:00.000Z'
    expect((await printed('02?lan=nhap', one)).join(' ')).toContain('Bán ở ba tỉnh')
    expect((await printed('02', one)).join(' ')).not.toContain('Bán ở ba tỉnh')
    await completeDossier(world.as(one.owner, again), one.id)
    expect((await printed('02', one)).join(' ')).toContain('Bán ở ba tỉnh')
    expect((await printed('02?lan=2', one)).join(' ')).not.toContain('Bán ở ba tỉnh')
    const html = await (
      await visiting(dossierPages, refusals, () => world.as(one.owner)).get(`/ho-so/${one.id}`)
    ).text()
    expect(html).toContain('Khác nhau: 1 điều')
    expect(html).toContain(form02.market)
    expect(html).toContain('Bán ở ba tỉnh')
  })
})

const details = {
  name: 'Tổ hợp tác Mẫu',
  representativeName: 'Người Mẫu',
  representativeSex: 'female',
  representativeEthnicity: 'Xơ Đăng',
  representativeDisabled: false,
  phone: '0900000000',
} as const
