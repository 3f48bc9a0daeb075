import { factWords, partWords } from '../audit/words.ts'
import { dossierActs } from '../dossier/model.ts'
import { factOf } from '../dossier/rules.ts'
import { stepWords } from '../dossier/words.ts'
import type { OptionGroup } from '../ui/choice.tsx'
import { paths } from '../ui/paths.ts'

interface Kind {
  readonly word: string
  /** Its page, where the auditor has one. */
  readonly page?: ((id: string) => string) | undefined
}

/** Kinds of things that acts are done to. */
export const kinds: Readonly<Record<string, Kind>> = {
  dossier: { word: 'Hồ sơ', page: paths.dossier.file },
  product: { word: 'Sản phẩm', page: paths.product.file },
  producer: { word: 'Chủ thể', page: paths.producer.file },
  paper: { word: 'Giấy tờ minh chứng', page: paths.evidence.paper },
  idea: { word: 'Ý tưởng', page: (id) => paths.idea.file(id) },
  round: { word: 'Đợt đánh giá', page: paths.programme.round },
  plan: { word: 'Đề án, kế hoạch', page: paths.scheme.plan },
  target: { word: 'Chỉ tiêu', page: paths.scheme.target },
  task: { word: 'Việc của kế hoạch', page: (id) => paths.scheme.task(id) },
  assignment: { word: 'Việc giao cho một đơn vị', page: paths.scheme.share },
  report: { word: 'Báo cáo năm' },
  inspection: { word: 'Cuộc kiểm tra', page: (id) => paths.oversight.file(id) },
  complaint: { word: 'Khiếu nại', page: (id) => paths.oversight.complaint(id) },
  'inspection-plan': { word: 'Kế hoạch hậu kiểm', page: (id) => paths.oversight.plan(id) },
  unit: { word: 'Đơn vị', page: (code) => paths.territory.unit(code) },
  council: { word: 'Hội đồng', page: paths.evaluation.council },
  regulation: { word: 'Quy chế Hội đồng' },
  session: { word: 'Phiên chấm', page: paths.evaluation.session },
  decision: { word: 'Quyết định', page: paths.recognition.decision },
  certificate: { word: 'Giấy chứng nhận', page: paths.recognition.certificate },
  line: { word: 'Công nhận trong quyết định' },
  'district-round': { word: 'Vòng chấm ở huyện', page: paths.recognition.districtRound },
  entitlement: { word: 'Khoản hỗ trợ', page: paths.support.entitlement },
  policy: { word: 'Chính sách hỗ trợ', page: paths.support.policy },
  source: { word: 'Nguồn kinh phí', page: (id) => paths.support.source(id) },
  connection: { word: 'Kết nối cung cầu', page: paths.trade.connection },
  buyer: { word: 'Bên mua', page: paths.trade.buyer },
  gift: { word: 'Quà tặng' },
  channel: { word: 'Kênh của bên mua', page: paths.trade.channel },
  demand: { word: 'Nhu cầu mua', page: (id) => paths.trade.demand(id) },
  offer: { word: 'Nguồn cung', page: (id) => paths.trade.offer(id) },
  course: { word: 'Khóa học', page: paths.training.course },
  class: { word: 'Lớp tập huấn', page: paths.training.class },
  enrolment: { word: 'Lượt ghi danh' },
  lesson: { word: 'Bài học', page: paths.training.lesson },
  'course-certificate': { word: 'Chứng nhận khóa học', page: paths.training.certificate },
  lecturer: { word: 'Giảng viên' },
  fair: { word: 'Hội chợ' },
  // Who ordered is between the buyer and the seller.
  purchase: { word: 'Đơn đặt mua' },
  point: { word: 'Điểm bán', page: paths.fair.point },
  event: { word: 'Sự kiện' },
  room: { word: 'Phòng họp' },
  article: { word: 'Bài viết' },
  // Whose matter it is and what it is about are not the book's to tell.
  matter: { word: 'Phiếu phản ánh' },
  'business-plan': { word: 'Phương án kinh doanh' },
  'ledger-entry': { word: 'Bút toán' },
  notice: { word: 'Thông báo' },
  account: { word: 'Tài khoản' },
  reform: { word: 'Nghị quyết về đơn vị' },
  day: { word: 'Ngày' },
  rubric: { word: 'Bộ tiêu chí' },
  published: { word: 'Số liệu đã công bố', page: paths.statistics.published },
  region: { word: 'Vùng thống kê', page: paths.statistics.regions },
  correction: { word: 'Đính chính', page: paths.statistics.corrections },
  'list-row': { word: 'Dòng của danh sách cũ', page: paths.exchange.row },
  key: { word: 'Khóa ký' },
}

/** What most acts of a part are done to; the exceptions follow. */
const ofPart: Readonly<Record<string, string>> = {
  territory: 'reform',
  regime: 'rubric',
  identity: 'account',
  producer: 'producer',
  programme: 'round',
  scheme: 'plan',
  outcome: 'report',
  oversight: 'inspection',
  product: 'product',
  evidence: 'paper',
  idea: 'idea',
  dossier: 'dossier',
  evaluation: 'session',
  recognition: 'certificate',
  support: 'entitlement',
  notice: 'notice',
  trade: 'connection',
  training: 'enrolment',
  fair: 'fair',
  sale: 'purchase',
  gathering: 'event',
  newsroom: 'article',
  feedback: 'matter',
  // Before it is sent a plan is its maker's alone, its title too: the book gives it no name.
  plan: 'business-plan',
  statistics: 'published',
  exchange: 'list-row',
}

const ofFact: Readonly<Record<string, string>> = {
  'territory.day-turned': 'day',
  'programme.day-entered': 'day',
  'evaluation.advice-reported': 'dossier',
  'evaluation.council-set-up': 'council',
  'evaluation.regulation-adopted': 'regulation',
  'recognition.drafted': 'decision',
  'recognition.draft-dropped': 'decision',
  'recognition.issued': 'decision',
  'recognition.past-round-entered': 'decision',
  'recognition.district-round-entered': 'district-round',
  'recognition.district-round-withdrawn': 'district-round',
  'recognition.past-attributed': 'product',
  'recognition.result-approved': 'dossier',
  'recognition.sent-to-ministry': 'dossier',
  'recognition.ministry-result-used': 'dossier',
  'recognition.evaluated-again': 'dossier',
  'recognition.key-rotated': 'key',
  'outcome.term-set': 'unit',
  'oversight.plan-opened': 'inspection-plan',
  'oversight.plan-drawn': 'inspection-plan',
  'oversight.committed': 'certificate',
  'oversight.complaint-filed': 'complaint',
  'oversight.complaint-received': 'complaint',
  'oversight.complaint-refused': 'complaint',
  'oversight.complaint-answered': 'complaint',
  'oversight.complaint-withdrawn': 'complaint',
  'oversight.reexamination-reported': 'complaint',
  'oversight.complaint-term-set': 'unit',
  'cycle.threshold-set': 'unit',
  'cycle.season-set': 'unit',
  'cycle.season-dropped': 'unit',
  'scheme.target-added': 'target',
  'scheme.target-linked': 'target',
  'scheme.target-dropped': 'target',
  'scheme.measure-told': 'target',
  'scheme.task-given': 'task',
  'scheme.task-reported': 'assignment',
  'scheme.report-answered': 'assignment',
  'support.policy-entered': 'policy',
  'support.policy-ended': 'policy',
  'support.source-opened': 'source',
  'support.allocated': 'source',
  'support.corrected': 'ledger-entry',
  'support.not-opened': 'certificate',
  'training.course-opened': 'course',
  'training.material-added': 'course',
  'training.question-added': 'course',
  'training.class-opened': 'class',
  'training.class-cancelled': 'class',
  'training.meeting-added': 'class',
  'training.lesson-published': 'lesson',
  'training.lesson-taken-down': 'lesson',
  'training.lecturer-added': 'lecturer',
  'training.certificate-issued': 'course-certificate',
  'training.certificate-kept': 'course-certificate',
  'training.certificate-ended': 'course-certificate',
  'training.smallest-cell-set': 'unit',
  'sale.pack-opened': 'product',
  'sale.pack-changed': 'product',
  'sale.pack-closed': 'product',
  'fair.point-opened': 'point',
  'fair.point-closed': 'point',
  'fair.product-shelved': 'point',
  'fair.product-taken-down': 'point',
  'gathering.room-added': 'room',
  'trade.buyer-registered': 'buyer',
  'trade.buyer-confirmed': 'buyer',
  'trade.buyer-member-added': 'buyer',
  'trade.channel-opened': 'channel',
  'trade.demand-posted': 'demand',
  'trade.demand-closed': 'demand',
  'trade.offered': 'offer',
  'trade.offer-withdrawn': 'offer',
  'trade.offers-matched': 'offer',
  'trade.matched': 'day',
  'trade.area-entered': 'producer',
  'trade.area-ended': 'producer',
  'trade.gift-shelved': 'gift',
  'trade.gift-taken-off': 'gift',
  'trade.export-kept': 'product',
  'trade.star-month-kept': 'producer',
  'statistics.corrected': 'correction',
  'statistics.region-defined': 'region',
  'statistics.region-ended': 'region',
}

export function partOf(fact: string): string {
  return fact.slice(0, fact.indexOf('.'))
}

/** The kind of thing a fact is about; undefined for a part that has none of its own yet. */
export function kindOfFact(fact: string): string | undefined {
  return ofFact[fact] ?? ofPart[partOf(fact)]
}

/** Steps of a dossier are recorded under the name of the act: its own words say them. */
const saidFacts: Readonly<Record<string, string>> = {
  ...Object.fromEntries(dossierActs.map((act) => [factOf(act), stepWords[act]])),
  ...factWords,
}

export function sayFact(fact: string): string | undefined {
  return saidFacts[fact]
}

/** Every known fact about things of a kind. */
export function factsAbout(kind: string): string[] {
  return Object.keys(saidFacts).filter((fact) => kindOfFact(fact) === kind)
}

/** The acts to choose from, by part; the first of each part means all of it. */
export function factChoices(): OptionGroup[] {
  return Object.entries(partWords).map(([part, label]) => ({
    label,
    options: [
      { value: part, label: `Mọi việc: ${label}` },
      ...Object.entries(saidFacts)
        .filter(([fact]) => partOf(fact) === part)
        .toSorted(([, one], [, other]) => one.localeCompare(other, 'vi'))
        .map(([value, said]) => ({ value, label: said })),
    ],
  }))
}
