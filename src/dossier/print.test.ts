import { beforeAll, describe, expect, it } from 'vitest'
import { filed, form03, opened } from '../../test/support/filing.ts'
import type { Walker } from '../../test/support/filing.ts'
import { visiting } from '../../test/support/pages.ts'
import { pdfText } from '../../test/support/pdf-text.ts'
import { communeLeader, communeOfficer } from '../../test/support/producers.ts'
import { useWorld } from '../../test/support/world.ts'
import { saveForm03 } from './actions.ts'
import { reportFromCommune } from './actions-filing.ts'
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
      Nhóm sản phẩm Cà phê, ca cao
      Loại đăng ký Lần đầu
      Số phiếu 01/PĐK-51-23473-2026
      Tài liệu gửi kèm: báo cáo tự đánh giá (bản giấy và bản điện tử), danh mục
      minh chứng, 5 mẫu sản phẩm.
      Chủ thể cam kết thông tin trong hồ sơ là đúng sự thật và chịu trách nhiệm trước
      pháp luật.
      Nơi nhận:
      - Như trên;
      - Lưu: hồ sơ.
      ĐẠI DIỆN CHỦ THỂ
      Người Mẫu"
    `)
  })

  it('form 02: the report of self-assessment, every criterion with its option and points', async () => {
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
      Số, ngày đăng ký kinh doanh 5100000001, 04/05/2021
      Người đại diện Người Mẫu
      Giới tính, dân tộc Nữ, Xơ Đăng
      Lao động (tại xã)
      Cà phê bột, đạt tiêu chuẩn cơ sở mẫu.
      II. Kết quả thực hiện phương án kinh doanh
      Vùng nguyên liệu 12 ha, doanh thu tăng hai năm liền.
      III. Tự chấm theo bộ tiêu chí (bộ 13, Cà phê, ca cao, 26/2026/QĐ-TTg)
      Tiêu chí Mức tự chọn Điểm
      1.1 Nguồn nguyên liệu: Nguyên liệu trong tỉnh từ 75% đến 100% 3
      "
    `)
    expect(text.slice(text.indexOf('Tổng điểm'))).toMatchInlineSnapshot(`
      "Tổng điểm tự chấm: 100. Nhãn các mức là diễn đạt tóm tắt.
      IV. Phương án sản xuất, kinh doanh
      Mở rộng kho, thêm hai điểm bán.
      Nơi nhận:
      - UBND cấp xã;
      - Lưu: hồ sơ.
      ĐẠI DIỆN CHỦ THỂ
      Người Mẫu"
    `)
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
      Sản phẩm: Cà phê mẫu 1. Chủ thể: HTX Mẫu 1. Số phiếu: 01/
      PĐK-51-23473-2026.
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
})
