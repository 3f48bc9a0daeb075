import { browse } from '../../catalogue/actions.ts'
import { beginArticle, correctArticle, publishArticle, saveEdition, withdrawArticle } from '../../newsroom/actions.ts'
import { countReading } from '../../newsroom/actions-public.ts'
import type { EditionInput } from '../../newsroom/model.ts'
import { drawPicture } from '../../newsroom/picture.ts'
import { citationText } from '../../newsroom/rules.ts'
import { paths } from '../../ui/paths.ts'
import type { Drawing } from '../goods/model.ts'
import { drawingAt } from '../pictures.ts'
import type { Stage } from './stage.ts'

const editor = 'mau.bien-tap'
const province = '66'

interface SampleArticle {
  readonly title: string
  readonly summary: string
  readonly body: (figure: (id: string, ago: number) => string) => string
  readonly category: EditionInput['category']
  readonly tags: readonly string[]
  readonly ago: number
  readonly openings: number
  readonly picture?: readonly [drawing: Drawing, description: string]
  /** A product of the catalogue that it speaks of, by words of its name. */
  readonly names?: string
}

const inForce = 'san-pham-con-hieu-luc'
const makers = 'chu-the-co-san-pham-con-hieu-luc'
const communes = 'xa-co-san-pham'

const articles: readonly SampleArticle[] = [
  {
    title: 'Cách kiểm tra một ngôi sao có thật hay không',
    summary: 'Gõ số giấy chứng nhận, mã sản phẩm hoặc mã vạch; không có mạng vẫn đọc được mã trên giấy.',
    body: () =>
      `Trên nhãn có sao chưa đủ để tin. Ba cách xem:\n\n1. Mở [trang kiểm tra](${paths.recognition.verify()}) và gõ số giấy chứng nhận.\n2. Quét mã trên giấy chứng nhận bằng máy ảnh của điện thoại.\n3. Gõ mã vạch in trên bao bì.\n\n## Trả lời nói gì\n\nTrang cho biết sản phẩm **còn hiệu lực**, **hết hiệu lực**, **tạm đình chỉ** hay **đã thu hồi**, theo quyết định nào và tới ngày nào.`,
    category: 'chinh-sach',
    tags: ['kiểm tra sao', 'người mua'],
    ago: 40,
    openings: 4,
  },
  {
    title: 'Túi cà phê mới của một hợp tác xã mẫu',
    summary: 'Sau lần công nhận mùa thu, hợp tác xã in lại túi có ngày rang và hướng dẫn pha.',
    body: (figure) =>
      `Hợp tác xã trong bài là chủ thể mẫu. Túi cũ không có chỗ ghi ngày rang; túi mới có, cùng mã để người mua mở trang sản phẩm.\n\n> Khách hỏi ngày rang nhiều hơn hỏi giá.\n\nTỉnh Đắk Lắk có ${figure(makers, 21)}; phần lớn bán ở ngay trong tỉnh.`,
    category: 'chu-the',
    tags: ['cà phê', 'bao bì'],
    ago: 21,
    openings: 6,
    picture: ['ca-phe', 'Hình vẽ: túi cà phê và phin trên bàn gỗ'],
    names: 'cà phê',
  },
  {
    title: 'Mật ong hoa cà phê vào mùa',
    summary: 'Người nuôi ong chuyển đàn về các vườn cà phê; mật đầu mùa có màu nhạt.',
    body: () =>
      'Đây là tin mẫu.\n\nĐàn ong được chuyển về vườn khi hoa nở đợt đầu. Người mua phân biệt bằng ba điều:\n\n- màu hổ phách nhạt;\n- mùi hoa cà phê;\n- nhãn ghi ngày quay mật.',
    category: 'san-pham',
    tags: ['cà phê', 'mật ong'],
    ago: 9,
    openings: 3,
    picture: ['mat-ong', 'Hình vẽ: hũ mật ong và bánh tổ'],
    names: 'mật ong',
  },
  {
    title: 'Đắk Lắk có bao nhiêu sản phẩm OCOP còn hiệu lực?',
    summary: 'Ba con số đếm từ quyết định, mỗi con số mở ra được danh sách phía sau.',
    body: (figure) =>
      `Tính tới ngày đăng bài, toàn tỉnh có ${figure(inForce, 4)} của ${figure(makers, 4)}, ở ${figure(communes, 4)}.\n\n## Vì sao con số thay đổi\n\nMỗi công nhận có giá trị 36 tháng. Con số trong bài giữ như lúc đăng; bảng cuối bài cho biết hôm nay là bao nhiêu. Bấm vào một con số để xem từng sản phẩm, chủ thể hoặc xã được đếm.`,
    category: 'chuong-trinh',
    tags: ['số liệu'],
    ago: 4,
    openings: 9,
  },
  {
    title: 'Mời chủ thể đăng ký gian hàng cuối năm (tin mẫu)',
    summary: 'Hai mươi gian hàng tại sân trung tâm, ưu tiên sản phẩm lần đầu được công nhận.',
    body: () =>
      'Đây là tin mẫu, không có hội chợ nào như vậy.\n\nChủ thể gửi tên sản phẩm và số giấy chứng nhận còn hiệu lực. Gian hàng không thu phí; chủ thể tự lo vận chuyển.',
    category: 'su-kien',
    tags: ['gian hàng', 'mật ong'],
    ago: 1,
    openings: 2,
  },
]

/** News of one province: published, one of them corrected, one withdrawn, one being written. */
export async function enterNews(stage: Stage): Promise<void> {
  const published = new Map<string, string>()
  for (const article of articles) published.set(article.title, await publish(stage, article))
  const corrected = published.get('Mời chủ thể đăng ký gian hàng cuối năm (tin mẫu)') ?? ''
  const invitation = articles.at(-1)
  if (invitation) await correct(stage, corrected, invitation)
  await withdraw(stage)
  const own = await stage.as(editor, 0)
  const draft = { title: 'Tổng kết một năm của các tổ tư vấn', summary: '', body: 'Đang chờ số liệu của hai xã.' }
  await beginArticle(own, province, inputOf(draft, 'chuong-trinh', []), undefined, true)
}

function inputOf(
  { title, summary, body }: { title: string; summary: string; body: string },
  category: EditionInput['category'],
  tags: readonly string[],
): EditionInput {
  return { base: 0, title, summary, body, category, province, tags: [...tags], products: [], dropPicture: false }
}

async function publish(stage: Stage, article: SampleArticle): Promise<string> {
  const own = await stage.as(editor, article.ago)
  const figure = (id: string, ago: number) => citationText({ figure: id, onDate: stage.day(ago), placeCode: province })
  const input: EditionInput = {
    ...inputOf({ ...article, body: article.body(figure) }, article.category, article.tags),
    products: article.names === undefined ? [] : await productNamed(stage, article.names),
    pictureDescription: article.picture?.[1],
    pictureSource: article.picture && 'hình vẽ minh họa của bản trình diễn',
  }
  const bytes = article.picture && (await drawingAt(article.picture[0], 960))
  const drawn = bytes && (await drawPicture(own.files, new File([new Uint8Array(bytes)], 'anh.png')))
  const id = await beginArticle(own, province, input, drawn, true)
  await publishArticle(own, id, { base: 1 })
  for (let opening = 0; opening < article.openings; opening++) await countReading(own, id)
  return id
}

async function productNamed(stage: Stage, words: string): Promise<string[]> {
  const filter = { words, province, groups: [], stars: [], standing: 'in-force' } as const
  const { list } = await browse(stage.tx, filter, { page: 1, order: 'moi', size: 1 })
  return list.items.map(({ slug }) => slug)
}

async function correct(stage: Stage, id: string, { title, summary, category, tags }: SampleArticle): Promise<void> {
  const own = await stage.as(editor, 0)
  const body =
    'Đây là tin mẫu, không có hội chợ nào như vậy.\n\nChủ thể gửi tên sản phẩm và số giấy chứng nhận còn hiệu lực. Gian hàng không thu phí; ban tổ chức mẫu lo vận chuyển trong tỉnh.'
  await saveEdition(own, id, { ...inputOf({ title, summary, body }, category, tags), base: 1 })
  await correctArticle(own, id, {
    base: 2,
    reason: 'Bài trước ghi chủ thể tự lo vận chuyển; trong tỉnh do ban tổ chức lo.',
  })
}

async function withdraw(stage: Stage): Promise<void> {
  const own = await stage.as(editor, 15)
  const text = { title: 'Lịch họp tháng trước (tin mẫu)', summary: 'Lịch họp mẫu.', body: 'Họp ở nhà văn hóa.' }
  const id = await beginArticle(own, province, inputOf(text, 'su-kien', []), undefined, true)
  await publishArticle(own, id, { base: 1 })
  await withdrawArticle(await stage.as(editor, 14), id, { reason: 'Đăng nhầm lịch của đơn vị khác.' })
}
