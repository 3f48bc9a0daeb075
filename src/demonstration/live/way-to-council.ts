import {
  attachPapers,
  askCompletion,
  completeDossier,
  fileDossier,
  returnDossier,
  withdrawDossier,
} from '../../dossier/actions-filing.ts'
import { receiveAtProvince, reportFromCommune } from '../../dossier/actions-forward.ts'
import { dossierById, moveDossier, openDossier, saveForm01, saveForm03 } from '../../dossier/actions.ts'
import { saveForm02, saveSelfScore } from '../../dossier/actions-writing.ts'
import type { Form02 } from '../../dossier/model.ts'
import { reportAdvice, takeAdviceStep } from '../../evaluation/actions-advice.ts'
import { papersOf } from '../../evidence/actions.ts'
import { addDays } from '../../kernel/civil-date.ts'
import { orMissing } from '../../kernel/refusal.ts'
import { openRenewal } from '../../recognition/actions-certificate.ts'
import { tellDossier } from '../../communication/actions.ts'
import type { Tx } from '../../platform/atomically.ts'
import { rubricById, textById } from '../../regime/law.ts'
import type { Rubric } from '../../regime/model.ts'
import type { Chance } from '../chance.ts'
import type { Stage } from './stage.ts'
import { choicesFor } from './choices.ts'
import type { LiveDossier, LiveMaker, LiveProduct, Reach } from './model.ts'

/** What happens after filing, with the days between; each act by the person whose turn it is. */
type Move = (stage: Stage, at: number, dossier: Walker) => Promise<unknown>

interface Walker {
  readonly id: string
  readonly filedAgo: number
  readonly maker: LiveMaker
  readonly product: LiveProduct
}

const ways: Record<Exclude<Reach, 'draft'>, readonly (readonly [Move, number])[]> = {
  filed: [],
  returned: [[sendBack, 3]],
  completed: [
    [sendBack, 3],
    [mend, 8],
  ],
  'commune-reported': [[report, 6]],
  'received-by-province': [
    [report, 6],
    [receive, 9],
  ],
  'completion-asked': [
    [report, 6],
    [receive, 9],
    [ask, 11],
  ],
  'completed-for-province': [
    [report, 6],
    [receive, 9],
    [ask, 11],
    [mend, 16],
  ],
  'under-advice': [
    [report, 6],
    [receive, 9],
    [advise, 12],
  ],
  'site-visit': [
    [report, 6],
    [receive, 9],
    [advise, 12],
    [visit, 15],
  ],
  'lab-test': [
    [report, 6],
    [receive, 9],
    [advise, 12],
    [test, 16],
  ],
  advised: [
    [report, 6],
    [receive, 9],
    [advise, 12],
    [visit, 15],
    [conclude, 22],
  ],
  withdrawn: [[withdraw, 4]],
  disqualified: [
    [report, 6],
    [receive, 9],
    [disqualify, 14],
  ],
}

/** Opens the dossier, fills it in and takes it as far as its plan says. @returns its id. */
export async function walk(
  stage: Stage,
  maker: LiveMaker,
  product: LiveProduct,
  dossier: LiveDossier,
  productId: string,
  certificate: string | null,
): Promise<string> {
  const { reach } = dossier
  const opened = await stage.as(maker.owner, dossier.daysAgo + (reach === 'draft' ? 0 : 6))
  const id =
    certificate === null
      ? await openDossier(opened, { productId, kind: 'first' })
      : await openRenewal(opened, certificate)
  await fillIn(opened, stage.chance, id, product, dossier)
  if (reach === 'draft') return id
  const walker = { id, filedAgo: dossier.daysAgo, maker, product }
  await fileDossier(await stage.as(maker.owner, dossier.daysAgo), id)
  await tellDossier(stage.system(dossier.daysAgo), 'acknowledge', id, 'du-lieu-mau')
  for (const [move, after] of ways[reach]) await move(stage, Math.max(0, dossier.daysAgo - after), walker)
  return id
}

async function fillIn(
  tx: Tx,
  chance: Chance,
  id: string,
  product: LiveProduct,
  { reach, aim }: LiveDossier,
): Promise<void> {
  const rubric = orMissing(rubricById(`26-2026/${product.group}`))
  const choices = choicesFor(rubric, { ...aim, points: aim.points + 3 }, chance)
  const entries = Object.entries(choices)
  // A draft is half done: the page then shows what is still missing.
  const done = reach === 'draft' ? entries.slice(0, Math.floor(entries.length * 0.6)) : entries
  await saveSelfScore(tx, id, { choices: Object.fromEntries(done), notes: {} })
  await saveForm02(tx, id, reportOf(product, reach === 'draft'))
  if (reach === 'draft') return
  await saveForm01(tx, id, { samples: product.group === 26 ? 0 : 5, pledge: true })
  await attachAll(tx, id, rubric)
}

/** Form 02 of a sample product; a draft stops in the middle of part II. */
function reportOf(product: LiveProduct, half: boolean): Form02 {
  const begun = {
    description: `${product.name}: ${product.summary}`,
    standard: 'Tiêu chuẩn cơ sở đã công bố, nhãn ghi đủ thông tin bắt buộc.',
    material: 'Nguyên liệu mua của hộ trong xã theo hợp đồng, diện tích liên kết giữ ổn định hai năm qua.',
    technology: 'Đã thay máy sấy, kiểm soát nhiệt độ theo mẻ và ghi sổ từng mẻ.',
  }
  if (half) return begun
  return {
    ...begun,
    quality: 'Kiểm nghiệm định kỳ đạt các chỉ tiêu đã công bố, không có lô nào bị trả lại.',
    packaging: 'Bao bì giấy nhiều lớp, nhãn có mã truy xuất nguồn gốc.',
    market: 'Bán tại xã, các điểm trong tỉnh và hai cửa hàng ngoài tỉnh; sản lượng tăng đều hai năm.',
    revenue: 'Năm trước 1,8 tỷ đồng, năm nay ước 2,1 tỷ đồng (số liệu mẫu).',
    profit: 'Năm trước 210 triệu đồng, năm nay ước 260 triệu đồng (số liệu mẫu).',
    plan: 'Giữ vùng nguyên liệu, thay bao bì dễ tái chế, mở thêm hai điểm bán trong tỉnh và một kênh bán qua mạng.',
    changes: 'Từ lần công nhận trước: thêm máy sấy, đổi nhãn, gia hạn giấy an toàn thực phẩm và kiểm nghiệm định kỳ.',
  }
}

/** Each paper at the criteria it usually proves; an ended one stays in the wallet. */
async function attachAll(tx: Tx, id: string, rubric: Rubric): Promise<void> {
  const { evidence } = orMissing(textById(rubric.text)).dossier
  // Filing comes six days after: what ends before it stays in the wallet.
  const lasting = addDays(tx.today, 7)
  const dossierPapers = (await papersOf(tx, await producerOf(tx, id))).filter(
    ({ expiresOn }) => expiresOn === null || expiresOn > lasting,
  )
  const kindsOf = (key: string) => evidence.filter(({ criteria }) => criteria.includes(key)).map(({ kind }) => kind)
  const tied = rubric.criteria.flatMap(({ code, key }) =>
    dossierPapers
      .filter(({ kind }) => kindsOf(key).includes(kind))
      .map((paper) => ({ criterion: code, paperId: paper.id })),
  )
  const general = dossierPapers
    .filter(({ id: paperId }) => !tied.some((one) => one.paperId === paperId))
    .map((paper) => ({ criterion: 'hs', paperId: paper.id }))
  await attachPapers(tx, id, [...tied, ...general])
}

async function producerOf(tx: Tx, id: string): Promise<string> {
  return orMissing(await dossierById(tx, id)).producerId
}

async function sendBack(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await returnDossier(await stage.as(stage.communeOfficer(maker.commune), at), id, {
    lateReason: undefined,
    key: undefined,
    defects: [
      {
        place: '02',
        sentence: 'Báo cáo tự đánh giá chưa nêu sản lượng của năm gần nhất.',
        article: '26/2026 Điều 6.2',
      },
      {
        place: 'hs',
        sentence: 'Phiếu kiểm nghiệm chưa ghi lô sản xuất của mẫu gửi kèm.',
        article: '26/2026 Phụ lục III',
      },
    ],
  })
  await tellDossier(stage.system(at), 'tell-return', id, 'du-lieu-mau')
}

async function mend(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await completeDossier(await stage.as(maker.owner, at), id)
}

async function report(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await saveForm03(await stage.as(stage.communeOfficer(maker.commune), at + 1), id, {
    material: 'Nguyên liệu chính thu mua trong xã, có sổ theo dõi từng hộ.',
    labour: 'Trên ba phần tư lao động là người trong xã, có danh sách đóng bảo hiểm.',
    idea: 'Ý tưởng xuất phát từ nghề sẵn có của địa phương, chủ thể tự phát triển.',
    identity: 'Sản phẩm kể được câu chuyện của làng và dùng cách làm truyền thống.',
    proposal: 'Đề nghị tỉnh đánh giá, phân hạng sản phẩm trong đợt này.',
  })
  await reportFromCommune(await stage.as(stage.communeLeader(maker.commune), at), id)
}

async function receive(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await receiveAtProvince(await stage.as(stage.provinceOfficer(maker.commune), at), id)
}

async function ask(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await askCompletion(await stage.as(stage.provinceOfficer(maker.commune), at), id, {
    lateReason: undefined,
    key: undefined,
    defects: [
      {
        place: 'hs',
        sentence: 'Hợp đồng liên kết thiếu biên bản thanh lý của vụ trước.',
        article: '26/2026 Phụ lục III',
      },
    ],
  })
  await tellDossier(stage.system(at), 'tell-return', id, 'du-lieu-mau-tinh')
}

async function advise(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await takeAdviceStep(await stage.as(stage.adviser(maker.commune), at), id, 'start-advice')
}

async function visit(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await takeAdviceStep(
    await stage.as(stage.adviser(maker.commune), at),
    id,
    'visit-site',
    'Xem vùng nguyên liệu và xưởng, chụp ảnh hiện trạng.',
  )
}

async function test(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await takeAdviceStep(
    await stage.as(stage.adviser(maker.commune), at),
    id,
    'ask-lab-test',
    'Kiểm nghiệm lại chỉ tiêu vi sinh của lô sản xuất gần nhất.',
  )
}

async function conclude(stage: Stage, at: number, { id, maker, product }: Walker): Promise<void> {
  await reportAdvice(await stage.as(stage.adviser(maker.commune), at), id, {
    findings: `Đã kiểm tra hồ sơ và cơ sở sản xuất ${product.name}. Nguyên liệu, nhãn và quy trình phù hợp với hồ sơ.`,
    proposal: 'Trình Hội đồng đánh giá, phân hạng trong phiên gần nhất.',
  })
}

async function withdraw(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await withdrawDossier(await stage.as(maker.owner, at), id, 'Đổi quy cách bao bì, sẽ nộp lại khi in xong nhãn mới.')
}

async function disqualify(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await moveDossier(await stage.as(stage.provinceOfficer(maker.commune), at), id, 'disqualify', {
    reason: 'Phiếu kiểm nghiệm trong hồ sơ là của lô hàng khác.',
    article: '26/2026 Phụ lục II',
  })
}
