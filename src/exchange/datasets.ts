import { inForce, publicStatus } from '../catalogue/rules.ts'
import { country } from '../kernel/actor.ts'
import type { Context } from '../platform/context.ts'
import { figureAnswer, placeByCode } from '../statistics/actions.ts'
import { figures } from '../statistics/figures/catalogue-of-figures.ts'
import type { Dataset, DatasetColumn, OpenRow } from './model.ts'
import * as store from './store-open.ts'

const text = (name: string, title: string): DatasetColumn => ({ name, title, datatype: 'string' })
const day = (name: string, title: string): DatasetColumn => ({ name, title, datatype: 'date' })
const count = (name: string, title: string): DatasetColumn => ({ name, title, datatype: 'integer' })
const yes = (name: string, title: string): DatasetColumn => ({ name, title, datatype: 'boolean' })

const place = [
  text('commune_code', 'Mã xã, phường, đặc khu hiện nay; trống khi nguồn không ghi hoặc chưa xác định'),
  text('commune_name', 'Tên xã, phường, đặc khu'),
  text('province_code', 'Mã tỉnh, thành phố hiện nay'),
  text('province_name', 'Tên tỉnh, thành phố'),
]
const decision = [
  text('decision_number', 'Số quyết định'),
  day('decided_on', 'Ngày ký'),
  text('authority', 'Cơ quan ký'),
]
const sample = yes('sample', 'true: dữ liệu mẫu để trình diễn, không phải hồ sơ thật')

/** Every set that anybody may take away, in the order of the page. */
export const datasets: readonly Dataset[] = [
  {
    id: 'san-pham',
    title: 'Sản phẩm OCOP',
    description:
      'Mỗi sản phẩm từng được công nhận 3–5 sao một dòng, với lần công nhận gần nhất và tình trạng trong ngày tải. Số dòng đang hiệu lực bằng con số “Sản phẩm OCOP còn hiệu lực”, số dòng của cả tệp bằng con số lũy kế.',
    columns: [
      text('product_id', 'Khóa của sản phẩm'),
      text('code', 'Mã sản phẩm (T)-(X)-(STT)-20YY; trống khi chưa cấp'),
      text('name', 'Tên sản phẩm'),
      count('stars', 'Hạng sao'),
      text('status', 'Tình trạng: valid, expiring, renewing (còn hiệu lực); expired, suspended, revoked (không)'),
      yes('in_force', 'Còn hiệu lực trong ngày tải'),
      day('issued_on', 'Ngày công nhận'),
      day('last_day', 'Ngày cuối còn hiệu lực'),
      text('certificate', 'Số giấy chứng nhận'),
      ...decision,
      text('group_text', 'Văn bản xếp nhóm'),
      text('group_no', 'Số nhóm, cũng là số bộ tiêu chí; trống khi nguồn không ghi'),
      text('producer_id', 'Khóa của chủ thể'),
      text('producer_name', 'Tên chủ thể'),
      ...place,
      sample,
    ],
    rows: (ctx) => store.products(ctx),
    shape: (row, ctx) => {
      const status = publicStatus(row as unknown as Parameters<typeof publicStatus>[0], ctx.today)
      return { ...row, status, inForce: inForce(status) }
    },
  },
  {
    id: 'cong-nhan',
    title: 'Công nhận OCOP qua các năm',
    description: 'Mỗi lần công nhận một dòng, kể cả đã hết hạn, được thay hoặc bị thu hồi, với quyết định và nguồn.',
    columns: [
      text('certificate', 'Số giấy chứng nhận'),
      text('product_id', 'Khóa của sản phẩm'),
      text('product_name', 'Tên sản phẩm khi công nhận'),
      text('producer_name', 'Tên chủ thể khi công nhận'),
      count('stars', 'Hạng sao'),
      day('issued_on', 'Ngày công nhận'),
      day('expires_on', 'Ngày hết hạn theo quyết định'),
      day('last_day', 'Ngày cuối thực tế'),
      text('end_kind', 'Kết thúc sớm: revoked (thu hồi), replaced (công nhận mới thay), expiry-recorded'),
      ...decision,
      text('level', 'Cấp ký: district, province, ministry'),
      text('text', 'Văn bản áp dụng'),
      text('source_url', 'Nguồn đã công bố; trống khi hồ sơ lập trong hệ thống'),
      sample,
    ],
    rows: (ctx) => store.recognitions(ctx),
  },
  {
    id: 'chu-the',
    title: 'Chủ thể có sản phẩm OCOP',
    description:
      'Mỗi chủ thể từng có sản phẩm được công nhận một dòng. Không có điện thoại, địa chỉ thư hay giấy tờ của người đại diện. Số dòng có products_in_force từ 1 trở lên bằng con số “Chủ thể có sản phẩm còn hiệu lực”.',
    columns: [
      text('producer_id', 'Khóa của chủ thể'),
      text('code', 'Mã chủ thể'),
      text('name', 'Tên chủ thể'),
      text('kind', 'Loại hình: household, group, cooperative, company, farm, tourism-body, other'),
      count('products', 'Số sản phẩm từng được công nhận'),
      count('products_in_force', 'Số sản phẩm còn hiệu lực trong ngày tải'),
      ...place,
      sample,
    ],
    rows: (ctx) => store.producers(ctx),
  },
  {
    id: 'so-lieu',
    title: 'Số liệu theo tỉnh, thành phố',
    description:
      'Mọi con số của trang Thống kê trong ngày tải: cả nước và từng tỉnh, thành phố; định nghĩa ở /api/v1/figures.',
    columns: [
      text('figure', 'Mã con số'),
      text('title', 'Tên con số'),
      day('at', 'Tính đến ngày'),
      text('place_code', 'VN là cả nước; trống là chưa xác định tỉnh'),
      text('place_name', 'Tên địa bàn'),
      count('value', 'Giá trị'),
      text('unit', 'Đơn vị tính'),
    ],
    rows: figureRows,
  },
]

export function datasetById(id: string): Dataset | undefined {
  return datasets.find((dataset) => dataset.id === id)
}

async function* figureRows(ctx: Context): AsyncGenerator<OpenRow> {
  const whole = await placeByCode(ctx, country)
  for (const figure of figures) {
    const { value, parts } = await figureAnswer(ctx, figure, { at: ctx.today, place: whole, by: 'province' })
    const row = (placeCode: string | null, placeName: string, counted: number) => ({
      figure: figure.id,
      title: figure.title,
      at: ctx.today,
      placeCode,
      placeName,
      value: counted,
      unit: figure.unit,
    })
    yield row(country, whole.name, value)
    for (const { key, label, count: counted } of parts) yield row(key, label, counted)
  }
}
