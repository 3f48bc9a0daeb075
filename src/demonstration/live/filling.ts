import { attachPapers } from '../../dossier/actions-filing.ts'
import { dossierById, saveForm01 } from '../../dossier/actions.ts'
import { saveForm02, saveSelfScore } from '../../dossier/actions-writing.ts'
import type { Form02 } from '../../dossier/model.ts'
import { papersOf } from '../../evidence/actions.ts'
import { addDays } from '../../kernel/civil-date.ts'
import { orMissing } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/atomically.ts'
import { producerById } from '../../producer/actions.ts'
import { rubricById, textById } from '../../regime/law.ts'
import type { Rubric } from '../../regime/model.ts'
import type { Chance } from '../chance.ts'
import { choicesFor } from './choices.ts'
import type { Maker } from './choices.ts'
import type { LiveDossier, LiveProduct } from './model.ts'

/** Self-score, forms 01 and 02 and the papers of a sample dossier, by its producer. */
export async function fillIn(
  tx: Tx,
  chance: Chance,
  id: string,
  product: LiveProduct,
  { reach, aim }: LiveDossier,
): Promise<void> {
  const rubric = orMissing(rubricById(`26-2026/${product.group}`))
  const choices = choicesFor(rubric, { ...aim, points: aim.points + 3 }, chance, await makerOf(tx, id))
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

/** Who applies, as the register has it. */
export async function makerOf(tx: Tx, id: string): Promise<Maker> {
  return orMissing(await producerById(tx, await producerOf(tx, id)))
}
