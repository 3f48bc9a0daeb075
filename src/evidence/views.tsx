import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { lowerFirst } from '../kernel/text.ts'
import { Check, Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { FileList } from '../ui/file-list.tsx'
import type { ListedFile } from '../ui/file-list.tsx'
import { Fieldset, Form, LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import type { UiState } from '../ui/status.tsx'
import { Day, Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { paperKindIds, paperKinds } from './model.ts'
import type { Paper, WalletPaper } from './model.ts'
import { lapsingBefore, standingOf } from './rules.ts'
import type { Standing } from './rules.ts'
import { kindWords, standingWords } from './words.ts'

const states: Record<Standing, UiState> = {
  'in-force': 'valid',
  expiring: 'expiring',
  expired: 'expired',
  withdrawn: 'unknown',
}

interface LapsingProps {
  readonly papers: readonly WalletPaper[]
  readonly today: CivilDate
  /** By when the province's next round is done. */
  readonly evaluation: CivilDate | undefined
}

/** What to renew before the next dossier. */
export function LapsingNotice({ papers, today, evaluation }: LapsingProps) {
  const standing = (paper: WalletPaper) => standingOf(paper, today)
  const tooEarly = evaluation === undefined ? [] : lapsingBefore(papers, today, evaluation)
  const soon = papers.filter((paper) => standing(paper) === 'expiring' && !tooEarly.includes(paper))
  const gone = papers.filter((paper) => standing(paper) === 'expired')
  if (gone.length + tooEarly.length + soon.length === 0) return null
  return (
    <Notice kind="warning" title="Giấy tờ cần làm mới">
      <ul>
        {gone.map((paper) => (
          <LapsingLine paper={paper} words="đã hết hạn" />
        ))}
        {tooEarly.map((paper) => (
          <LapsingLine
            paper={paper}
            words={`hết hạn trước khi đợt đánh giá của tỉnh xong (${showDate(evaluation ?? '')}):`}
          />
        ))}
        {soon.map((paper) => (
          <LapsingLine paper={paper} words="sắp hết hạn" />
        ))}
      </ul>
      <p>Phiếu kiểm nghiệm và giấy phép cần vài tuần; nên làm trước ngày hội đồng họp.</p>
    </Notice>
  )
}

function LapsingLine({ paper, words }: { paper: WalletPaper; words: string }) {
  return (
    <li>
      <a href={paths.evidence.paper(paper.id)}>{paper.title}</a> {words}{' '}
      {paper.expiresOn === null ? null : <Day date={paper.expiresOn} />}
    </li>
  )
}

interface WalletProps {
  readonly papers: readonly WalletPaper[]
  readonly today: CivilDate
  readonly producerId: string
  readonly mayAdd: boolean
}

/** By kind, in the order of the list of Form 02; kinds with nothing are named at the end. */
export function Wallet({ papers, today, producerId, mayAdd }: WalletProps) {
  if (papers.length === 0) {
    return (
      <Empty icon="layers" title="Ví chưa có giấy tờ nào">
        <p>Mỗi giấy tờ chỉ gửi một lần. Mọi hồ sơ, mọi tiêu chí và lần phân hạng lại đều dùng lại.</p>
        {mayAdd ? (
          <LinkButton href={paths.evidence.begin({ 'chu-the': producerId })} icon="upload">
            Thêm giấy tờ
          </LinkButton>
        ) : null}
      </Empty>
    )
  }
  const present = paperKindIds.filter((kind) => papers.some((paper) => paper.kind === kind))
  const absent = paperKindIds.filter((kind) => kind !== 'other' && !present.includes(kind))
  return (
    <>
      {present.map((kind) => (
        <section class="stack tight">
          <div class="section-head">
            <h2>{kindWords[kind]}</h2>
            {paperKinds[kind].line === 0 ? null : (
              <span class="small muted">Dòng {paperKinds[kind].line} của Mẫu 02</span>
            )}
          </div>
          <FileList files={papers.filter((paper) => paper.kind === kind).map((paper) => listed(paper, today))} />
        </section>
      ))}
      {absent.length === 0 ? null : (
        <p class="muted">
          Chưa có: {absent.map((kind) => lowerFirst(kindWords[kind])).join('; ')}. Chỉ cần loại mà sản phẩm của bạn dùng
          tới.
        </p>
      )}
    </>
  )
}

function listed(paper: WalletPaper, today: CivilDate): ListedFile {
  const standing = standingOf(paper, today)
  const note = [
    paper.number && `số ${paper.number}`,
    paper.issuer,
    paper.issuedOn && `cấp ${showDate(paper.issuedOn)}`,
    paper.expiresOn && `hạn ${showDate(paper.expiresOn)}`,
    paper.productName && `cho ${paper.productName}`,
    paper.inheritedFrom && `cấp cho ${paper.inheritedFrom}`,
  ].filter(Boolean)
  return {
    name: paper.title,
    href: paths.evidence.paper(paper.id),
    picture: paper.mediaType === 'image/jpeg',
    note: note.join(' · '),
    state: states[standing],
    word: standingWords[standing],
  }
}

interface PaperFormProps {
  readonly action: string
  readonly products: readonly Option[]
  readonly producers: readonly Option[]
  readonly kind?: string | undefined
  readonly trouble?: Trouble | undefined
}

export function PaperForm({ action, products, producers, kind, trouble }: PaperFormProps) {
  return (
    <Form action={action} files trouble={trouble} panel>
      {producers.length > 1 ? (
        <Select name="producerId" label="Chủ thể" options={producers} blank="Chọn chủ thể" trouble={trouble} />
      ) : null}
      <FileField
        name="file"
        label="Ảnh hoặc bản quét"
        accept="application/pdf,image/jpeg,image/png,image/webp"
        hint="PDF, JPG hoặc PNG, tới 20 MB. Bản chụp thường, không cần công chứng. Vị trí chụp ghi trong ảnh được xóa."
        trouble={trouble}
      />
      <Select
        name="kind"
        label="Loại giấy tờ"
        hint="Giấy chứng nhận và quyết định OCOP không cần gửi: hệ thống đã có."
        options={paperKindIds.map((value) => ({ value, label: kindWords[value] }))}
        value={kind}
        blank="Chọn loại giấy tờ"
        trouble={trouble}
      />
      <Field name="title" label="Tên giấy tờ" hint="Như in trên giấy." trouble={trouble} />
      {products.length === 0 ? null : (
        <Select
          name="productId"
          label="Cho sản phẩm"
          options={products}
          blank="Dùng cho mọi sản phẩm"
          optional
          trouble={trouble}
        />
      )}
      <Fieldset legend="Trên giấy ghi">
        <Field name="issuer" label="Nơi cấp" optional trouble={trouble} />
        <Field name="number" label="Số" short optional trouble={trouble} />
        <Field name="issuedOn" label="Ngày cấp" kind="date" optional trouble={trouble} />
        <Field name="expiresOn" label="Ngày hết hạn" kind="date" optional trouble={trouble} />
        <Check name="openEnded" label="Giấy không ghi thời hạn" trouble={trouble} />
      </Fieldset>
      <div class="row">
        <Submit icon="upload">Thêm vào ví</Submit>
      </div>
    </Form>
  )
}

/** The receipt of an upload: what was kept, shown, so that nobody wonders whether it arrived. */
export function PaperFacts({ paper, today }: { paper: Paper; today: CivilDate }) {
  const standing = standingOf(paper, today)
  return (
    <Panel title="Trong ví" note={<Status state={states[standing]}>{standingWords[standing]}</Status>}>
      <Facts
        facts={[
          ['Loại', kindWords[paper.kind]],
          ['Nơi cấp', paper.issuer],
          ['Số', paper.number],
          ['Ngày cấp', paper.issuedOn && <Day date={paper.issuedOn} />],
          ['Ngày hết hạn', paper.expiresOn === null ? 'không ghi thời hạn' : <Day date={paper.expiresOn} />],
          ['Tệp', <a href={paths.evidence.download(paper.id)}>{`${paper.fileName} (${showBytes(paper.bytes)})`}</a>],
          ['Đã nhận', <Moment at={paper.addedAt} />],
          ['Đã rút', paper.withdrawnAt && <Moment at={paper.withdrawnAt} />],
          ['Lý do rút', paper.withdrawnWhy],
        ]}
      />
      {paper.mediaType === 'image/jpeg' ? (
        <img src={paths.evidence.download(paper.id)} alt={`Ảnh của giấy tờ: ${paper.title}`} />
      ) : null}
    </Panel>
  )
}

function showBytes(bytes: number): string {
  const megabytes = bytes / 1_048_576
  if (megabytes < 0.1) return `${Math.max(1, Math.round(bytes / 1024))} KB`
  return `${megabytes.toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
}

export function WithdrawalForm({ paper, trouble }: { paper: Paper; trouble?: Trouble | undefined }) {
  return (
    <Panel title="Rút khỏi ví" note="Hồ sơ đã nộp với giấy này vẫn giữ">
      <Form action={paths.evidence.withdraw(paper.id)} trouble={trouble}>
        <Field name="why" label="Vì sao rút" hint="Ví dụ: đã có bản mới, gửi nhầm tệp." trouble={trouble} />
        <div class="row">
          <Submit kind="danger">Rút giấy tờ</Submit>
        </div>
      </Form>
    </Panel>
  )
}
