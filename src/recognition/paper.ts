import { showDate } from '../kernel/civil-date.ts'
import { showHundredths } from '../kernel/number.ts'
import type { LegalText } from '../regime/model.ts'
import type { Decision, DecisionLevel, Line } from './model.ts'
import { decisionSymbol } from './rules.ts'
import { groundLetter, groundName } from './words.ts'

type Cited = Pick<LegalText, 'title' | 'certificate'>

/** What stands behind the results that a decision takes up. */
interface Basis {
  readonly meetsOn: string | null
  /** Numbers of complaints whose answer had a result scored again. */
  readonly complaints: readonly string[]
}

/** What print/decision.typ prints of a decision, draft or issued. */
export function decisionPaper(decision: Decision, lines: readonly Line[], text: Cited, basis: Basis) {
  const issuer = issuers[decision.level](decision.authority)
  const content = contents[decision.kind](lines, text)
  const [number, ...sign] = decision.number?.split('/') ?? []
  return {
    title: 'Quyết định',
    authority: decision.authority,
    number: number ?? null,
    symbol: sign.length > 0 ? sign.join('/') : decisionSymbol(decision.level),
    place: placeOf(decision.authority),
    on: decision.decidedOn,
    signedBy: issuer.whole,
    bases: [...issuer.bases, citation(text), ...sources[decision.kind](basis)],
    ...content,
    recipients: [
      `Như Điều ${content.articles.length + 1};`,
      ...issuer.recipients,
      'Các chủ thể có tên tại Điều 1;',
      'Lưu: VT.',
    ],
    onBehalf: isDeputy(decision.signerTitle) ? `KT. ${issuer.title}` : null,
    signerTitle: decision.signerTitle ?? issuer.title,
    signerName: decision.signerName,
    sample: decision.sample,
  }
}

export type DecisionPaper = ReturnType<typeof decisionPaper>

const localGovernment = 'Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;'

interface Issuer {
  readonly title: string
  readonly whole: string
  readonly bases: readonly string[]
  readonly recipients: readonly string[]
}

const issuers: Record<DecisionLevel, (authority: string) => Issuer> = {
  district: (authority) => ({ title: 'Chủ tịch', whole: `Chủ tịch ${authority}`, bases: [], recipients: [] }),
  province: (authority) => ({
    title: 'Chủ tịch',
    whole: `Chủ tịch ${authority}`,
    bases: [localGovernment],
    recipients: ['Bộ Nông nghiệp và Môi trường (để báo cáo);'],
  }),
  ministry: (authority) => ({
    title: 'Bộ trưởng',
    whole: `Bộ trưởng ${authority}`,
    bases: [],
    recipients: ['Ủy ban nhân dân các tỉnh, thành phố có sản phẩm;'],
  }),
}

// A deputy signs for the head (Decree 30/2020, Annex I).
function isDeputy(title: string | null): boolean {
  return title !== null && /^(phó|thứ trưởng)/iu.test(title)
}

/** `Ủy ban nhân dân tỉnh Lâm Đồng` signs in Lâm Đồng, a ministry in Hà Nội. */
export function placeOf(authority: string): string {
  return /^Ủy ban nhân dân (?:tỉnh|thành phố|huyện|thị xã|quận)\s+(.+)$/u.exec(authority)?.[1] ?? 'Hà Nội'
}

// The title of a text names its number, its day and who signed it.
function citation({ title }: Cited): string {
  return `Căn cứ ${title};`
}

const advice = 'Theo đề nghị của cơ quan tham mưu quản lý Chương trình Mỗi xã một sản phẩm.'

function councilBasis({ meetsOn, complaints }: Basis): readonly string[] {
  const day = meetsOn === null ? '' : ` ngày ${showDate(meetsOn)}`
  return [
    ...complaints.map((number) => `Căn cứ kết quả giải quyết khiếu nại số ${number} về việc chấm lại hồ sơ;`),
    `Căn cứ kết quả phiên họp${day} của Hội đồng đánh giá, phân hạng sản phẩm;`,
    advice,
  ]
}

const sources: Record<Decision['kind'], (basis: Basis) => readonly string[]> = {
  recognise: councilBasis,
  'approve-result': councilBasis,
  revoke: () => [advice],
}

const inForce = 'Quyết định này có hiệu lực kể từ ngày ký.'
const carriedOut =
  'Cơ quan tham mưu quản lý Chương trình, Ủy ban nhân dân các xã, phường, đặc khu có sản phẩm và các chủ thể có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.'

interface Contents {
  readonly about: string
  readonly opening: string
  readonly columns: readonly string[]
  readonly widths: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly articles: readonly string[]
}

const contents: Record<Decision['kind'], (lines: readonly Line[], text: Cited) => Contents> = {
  recognise: (lines, { certificate: { months, renewalWindow } }) => ({
    about: 'Về việc công nhận và cấp giấy chứng nhận sản phẩm OCOP',
    opening: `Công nhận và cấp giấy chứng nhận cho ${lines.length} sản phẩm OCOP sau:`,
    columns: ['TT', 'Sản phẩm', 'Chủ thể', 'Địa chỉ', 'Điểm', 'Hạng'],
    widths: ['auto', '1fr', '1fr', '1fr', 'auto', 'auto'],
    rows: lines.map((line) => [...named(line), pointsOf(line), `${line.stars} sao`]),
    articles: [
      `Giấy chứng nhận có hiệu lực ${months} tháng kể từ ngày ký Quyết định này. Chủ thể giữ đúng các tiêu chí đã được công nhận${
        renewalWindow
          ? ` và nộp hồ sơ phân hạng lại từ ${renewalWindow.from} đến ${renewalWindow.to} ngày trước ngày hết hạn`
          : ''
      }.`,
      inForce,
      carriedOut,
    ],
  }),
  'approve-result': (lines) => ({
    about: 'Về việc phê duyệt kết quả đánh giá sản phẩm OCOP đề nghị công nhận 5 sao',
    opening: `Phê duyệt kết quả đánh giá của ${lines.length} sản phẩm sau và đề nghị Bộ Nông nghiệp và Môi trường đánh giá, công nhận 5 sao:`,
    columns: ['TT', 'Sản phẩm', 'Chủ thể', 'Địa chỉ', 'Điểm'],
    widths: ['auto', '1fr', '1fr', '1fr', 'auto'],
    rows: lines.map((line) => [...named(line), pointsOf(line)]),
    articles: [
      'Quyết định này không công nhận hạng sao; hạng sao do Bộ Nông nghiệp và Môi trường quyết định.',
      inForce,
      carriedOut,
    ],
  }),
  revoke: (lines) => ({
    about: 'Về việc thu hồi giấy chứng nhận sản phẩm OCOP',
    opening: `Thu hồi ${lines.length} giấy chứng nhận sản phẩm OCOP sau:`,
    columns: ['TT', 'Số giấy', 'Sản phẩm', 'Chủ thể', 'Căn cứ (Điều 8)'],
    widths: ['auto', 'auto', '1fr', '1fr', '1.4fr'],
    rows: lines.map((line) => [
      String(line.position),
      line.endsCertificate ?? '',
      line.productName,
      line.producerName,
      groundOf(line),
    ]),
    articles: [
      'Kể từ ngày ký, chủ thể không được dùng hạng sao và nhãn hiệu OCOP cho các sản phẩm trên.',
      inForce,
      carriedOut,
    ],
  }),
}

function named({ position, productName, producerName, placeName }: Line): readonly string[] {
  return [String(position), productName, producerName, placeName]
}

function pointsOf({ meanHundredths }: Line): string {
  return meanHundredths === null ? '' : showHundredths(meanHundredths)
}

function groundOf({ ground, groundNote }: Line): string {
  return [ground === null ? '' : `Điểm ${groundLetter(ground)}: ${groundName(ground)}.`, groundNote]
    .filter(Boolean)
    .join(' ')
}
