import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { addDays } from '../../kernel/civil-date.ts'
import type { CivilDate } from '../../kernel/civil-date.ts'
import { slugOf } from '../../kernel/text.ts'
import { addPaper } from '../../evidence/actions.ts'
import type { PaperKindId, SentFile } from '../../evidence/model.ts'
import type { Tx } from '../../platform/atomically.ts'
import { renderPdf } from '../../platform/pdf.ts'

const source = readFileSync(new URL('../print/sample-paper.typ', import.meta.url), 'utf8')

interface PaperPlan {
  readonly kind: PaperKindId
  readonly title: string
  readonly issuer: string
  readonly issuedDaysAgo: number
  /** Days from the day of the sample; absent for papers that do not end. */
  readonly endsIn?: number
}

const plans: readonly PaperPlan[] = [
  {
    kind: 'business-registration',
    title: 'Giấy chứng nhận đăng ký',
    issuer: 'Phòng Đăng ký mẫu',
    issuedDaysAgo: 1_900,
  },
  {
    kind: 'food-safety',
    title: 'Giấy chứng nhận an toàn thực phẩm',
    issuer: 'Chi cục An toàn thực phẩm mẫu',
    issuedDaysAgo: 700,
    endsIn: 395,
  },
  {
    kind: 'production-condition',
    title: 'Giấy chứng nhận đủ điều kiện sản xuất',
    issuer: 'Chi cục Quản lý mẫu',
    issuedDaysAgo: 640,
    endsIn: 455,
  },
  { kind: 'quality-declaration', title: 'Bản tự công bố chất lượng', issuer: 'Chủ thể tự công bố', issuedDaysAgo: 300 },
  {
    kind: 'test-result',
    title: 'Phiếu kết quả kiểm nghiệm',
    issuer: 'Phòng Kiểm nghiệm mẫu',
    issuedDaysAgo: 210,
    endsIn: 22,
  },
  {
    kind: 'intellectual-property',
    title: 'Giấy chứng nhận đăng ký nhãn hiệu',
    issuer: 'Cục Sở hữu trí tuệ (giấy mẫu)',
    issuedDaysAgo: 900,
    endsIn: 2_700,
  },
  { kind: 'material-origin', title: 'Sổ nguồn gốc nguyên liệu', issuer: 'Chủ thể tự lập', issuedDaysAgo: 120 },
  {
    kind: 'chain-contract',
    title: 'Hợp đồng liên kết tiêu thụ',
    issuer: 'Hai bên ký',
    issuedDaysAgo: 400,
    endsIn: 330,
  },
  { kind: 'labour-list', title: 'Danh sách lao động đóng bảo hiểm', issuer: 'Bảo hiểm xã hội mẫu', issuedDaysAgo: 45 },
  {
    kind: 'quality-management',
    title: 'Giấy chứng nhận HACCP',
    issuer: 'Tổ chức chứng nhận mẫu',
    issuedDaysAgo: 1_200,
    endsIn: -35,
  },
]

interface Holder {
  readonly id: string
  readonly name: string
}

/** One paper of each kind and a photo, some of them ending soon or over; the wallet of a sample maker. */
export async function fillWallet(tx: Tx, holder: Holder, today: CivilDate): Promise<void> {
  for (const [index, plan] of plans.entries())
    await addOne(tx, holder, plan, `${String(index + 1).padStart(2, '0')}-MAU`, today)
  const photo = { kind: 'promotion', title: 'Ảnh gian hàng hội chợ (ảnh mẫu)', issuer: 'Chủ thể chụp' } as const
  const issuedOn = addDays(today, -210)
  await addPaper(tx, { ...photo, producerId: holder.id, issuedOn, sample: true }, await stallPhoto(holder.name))
}

async function addOne(tx: Tx, { id, name }: Holder, plan: PaperPlan, number: string, today: CivilDate): Promise<void> {
  const { kind, title, issuer, endsIn } = plan
  const issuedOn = addDays(today, -plan.issuedDaysAgo)
  const expiresOn = endsIn === undefined ? undefined : addDays(today, endsIn)
  const pdf = await renderPdf(source, {
    title,
    issuer,
    number,
    symbol: 'GIAYMAU',
    place: 'Việt Nam',
    about: 'Dữ liệu mẫu để dùng thử',
    holder: name,
    on: issuedOn,
    expiresOn: expiresOn ?? null,
  })
  await addPaper(
    tx,
    { producerId: id, kind, title, issuer, number, issuedOn, expiresOn, openEnded: endsIn === undefined, sample: true },
    { name: `${slugOf(title)}.pdf`, bytes: pdf },
  )
}

/** A painted stall in place of a photo; the name makes each file its own. */
async function stallPhoto(name: string): Promise<SentFile> {
  const hue = [...name].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 360
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="720" height="480">
    <rect width="720" height="480" fill="hsl(${hue} 35% 88%)"/><path d="M90 150h540l-40 70H130z" fill="hsl(${hue} 55% 45%)"/>
    <rect x="140" y="300" width="440" height="110" fill="#a98255"/><circle cx="250" cy="282" r="26" fill="#b9552f"/>
    <circle cx="330" cy="276" r="32" fill="#d9a04a"/><circle cx="420" cy="282" r="26" fill="#5f7d46"/></svg>`
  return { name: 'gian-hang.jpg', bytes: await sharp(Buffer.from(drawing)).jpeg({ quality: 80 }).toBuffer() }
}
