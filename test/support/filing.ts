import { attachPapers, fileDossier } from '../../src/dossier/actions-filing.ts'
import { receiveAtProvince, reportFromCommune } from '../../src/dossier/actions-forward.ts'
import { openDossier, saveForm01, saveForm03 } from '../../src/dossier/actions.ts'
import { saveForm02, saveSelfScore } from '../../src/dossier/actions-writing.ts'
import type { ReturnInput } from '../../src/dossier/model.ts'
import { addPaper } from '../../src/evidence/actions.ts'
import type { Actor, Role } from '../../src/kernel/actor.ts'
import { describeProduct } from '../../src/product/actions.ts'
import { rubricById } from '../../src/regime/law.ts'
import type { Rubric } from '../../src/regime/model.ts'
import { pdfOf } from './papers.ts'
import { communeLeader, communeOfficer, newProducer, province } from './producers.ts'
import type { World } from './world.ts'

export const coffee = rubricById('26-2026/13') as Rubric

export function officer(role: Role, unit = province, of = unit): Actor {
  return { id: `${role}-${unit}`, name: 'Cán bộ mẫu', postings: [{ role, unit, province: of }], producers: [] }
}

export const form02 = {
  description: 'Cà phê bột, rang mộc, xay theo mẻ.',
  standard: 'Đạt tiêu chuẩn cơ sở mẫu.',
  material: 'Vùng nguyên liệu 12 ha của 18 hộ trong xã.',
  technology: 'Thêm một máy rang, ghi sổ từng mẻ.',
  quality: 'Kiểm nghiệm định kỳ đạt.',
  packaging: 'Túi một chiều 250 g, nhãn có mã truy xuất.',
  market: 'Bán trong tỉnh và qua mạng, 4 tấn mỗi năm.',
  revenue: 'Doanh thu tăng hai năm liền: 1,2 rồi 1,6 tỷ đồng.',
  profit: '150 rồi 210 triệu đồng.',
  plan: 'Mở rộng kho, thêm hai điểm bán.',
}

export const form03 = {
  material: 'Nguyên liệu trồng trong xã.',
  labour: 'Ba phần tư lao động là người trong xã.',
  idea: 'Chủ thể tự phát triển từ nghề sẵn có.',
  identity: 'Gắn với làng mẫu.',
  proposal: 'Đề nghị tỉnh đánh giá, phân hạng.',
}

export const oneDefect: ReturnInput = {
  defects: [{ place: 'mau-02', sentence: 'Thiếu sản lượng năm gần nhất.', article: '26/2026 Điều 6.2' }],
  lateReason: undefined,
  key: undefined,
}

export interface Walker {
  readonly id: string
  readonly owner: Actor
  readonly producerId: string
  readonly productId: string
  /** The paper of food safety that filing asks for. */
  readonly paperId: string
}

let count = 0

/** A product of coffee, its producer, and an empty draft. */
export async function opened(world: World, now?: string): Promise<Walker> {
  count++
  const { id: producerId, owner } = await newProducer(world)
  const name = `Cà phê mẫu ${count}`
  const { id: productId } = await describeProduct(world.as(owner, now), { producerId, name, group: '13', packs: [] })
  const paper = { producerId, kind: 'food-safety', title: 'Giấy an toàn thực phẩm', issuedOn: '2025-01-10' } as const
  const file = { name: 'attp.pdf', bytes: pdfOf(name) }
  const paperId = await addPaper(world.as(owner, now), { ...paper, expiresOn: '2028-01-10' }, file)
  const id = await openDossier(world.as(owner, now), { productId, kind: 'first' })
  return { id, owner, producerId, productId, paperId }
}

/** The same, with everything that filing asks for. */
export async function readyToFile(world: World, now?: string): Promise<Walker> {
  const walker = await opened(world, now)
  const ctx = world.as(walker.owner, now)
  await saveForm01(ctx, walker.id, { samples: 5, pledge: true })
  await saveForm02(ctx, walker.id, form02)
  const choices = Object.fromEntries(coffee.criteria.map(({ code, options }) => [code, options.length]))
  await saveSelfScore(ctx, walker.id, { choices, notes: {} })
  await attachPapers(ctx, walker.id, [{ criterion: 'hs', paperId: walker.paperId }])
  return walker
}

export async function filed(world: World, now?: string): Promise<Walker> {
  const walker = await readyToFile(world, now)
  await fileDossier(world.as(walker.owner, now), walker.id)
  return walker
}

export async function reported(world: World, now?: string): Promise<Walker> {
  const walker = await filed(world, now)
  await saveForm03(world.as(communeOfficer, now), walker.id, form03)
  await reportFromCommune(world.as(communeLeader, now), walker.id)
  return walker
}

export async function received(world: World, now?: string): Promise<Walker> {
  const walker = await reported(world, now)
  await receiveAtProvince(world.as(officer('province-officer'), now), walker.id)
  return walker
}
