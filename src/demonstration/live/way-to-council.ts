import {
  askCompletion,
  completeDossier,
  fileDossier,
  returnDossier,
  withdrawDossier,
} from '../../dossier/actions-filing.ts'
import {
  receiveAtCommune,
  receiveAtProvince,
  reportFromCommune,
  sendForSignature,
} from '../../dossier/actions-forward.ts'
import { askHelp } from '../../dossier/actions-assisted.ts'
import { moveDossier, openDossier, saveForm03 } from '../../dossier/actions.ts'
import { reportAdvice, takeAdviceStep } from '../../evaluation/actions-advice.ts'
import { openRenewal } from '../../recognition/actions-certificate.ts'
import { tellDossier } from '../../communication/actions.ts'
import type { Stage } from './stage.ts'
import { fillIn } from './filling.ts'
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
  'received-by-commune': [[takeIn, 2]],
  'commune-checked': [
    [takeIn, 2],
    [handToLeader, 7],
  ],
  returned: [[sendBack, 3]],
  'returned-again': [
    [sendBack, 3],
    [mend, 7],
    [sendBackAgain, 9],
  ],
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
  if (dossier.asksFor !== undefined) await askHelp(opened, id, dossier.asksFor)
  if (reach === 'draft') return id
  const walker = { id, filedAgo: dossier.daysAgo, maker, product }
  await fileDossier(await stage.as(maker.owner, dossier.daysAgo), id)
  await tellDossier(stage.system(dossier.daysAgo), 'acknowledge', id, 'du-lieu-mau')
  for (const [move, after] of ways[reach]) await move(stage, Math.max(0, dossier.daysAgo - after), walker)
  return id
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

/** A defect that was there the first time: the leader's to raise, with the reason that the public figure counts. */
async function sendBackAgain(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await returnDossier(await stage.as(stage.communeLeader(maker.commune), at), id, {
    lateReason: 'Lần trước xã chưa đối chiếu nhãn với bản công bố; lỗi của xã, chủ thể không phải nộp lại từ đầu.',
    key: undefined,
    defects: [
      { place: 'hs', sentence: 'Tên trên nhãn khác tên trong bản tự công bố.', article: '26/2026 Phụ lục III' },
    ],
  })
  await tellDossier(stage.system(at), 'tell-return', id, 'du-lieu-mau-lan-hai')
}

async function takeIn(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await receiveAtCommune(await stage.as(stage.communeOfficer(maker.commune), at), id)
}

async function handToLeader(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  const officer = await stage.as(stage.communeOfficer(maker.commune), at)
  await saveForm03(officer, id, communeReport)
  await sendForSignature(officer, id)
}

const communeReport = {
  material: 'Nguyên liệu chính thu mua trong xã, có sổ theo dõi từng hộ.',
  labour: 'Trên ba phần tư lao động là người trong xã, có danh sách đóng bảo hiểm.',
  idea: 'Ý tưởng xuất phát từ nghề sẵn có của địa phương, chủ thể tự phát triển.',
  identity: 'Sản phẩm kể được câu chuyện của làng và dùng cách làm truyền thống.',
  proposal: 'Đề nghị tỉnh đánh giá, phân hạng sản phẩm trong đợt này.',
}

async function report(stage: Stage, at: number, { id, maker }: Walker): Promise<void> {
  await saveForm03(await stage.as(stage.communeOfficer(maker.commune), at + 1), id, communeReport)
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
