import { Check, Radios, Select } from '../ui/choice.tsx'
import { Field, FileField } from '../ui/field.tsx'
import { Form, Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { ChosenProvince } from '../ui/place-step.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { kinds, subjects, termDays } from './model.ts'
import type { MatterKind } from './model.ts'
import type { OwnDossier } from './store.ts'
import { kindWords, subjectWords } from './words.ts'

interface SendProps {
  readonly provinces: readonly { code: string; name: string }[]
  /** What the first step sent. */
  readonly asked: string | undefined
  /** Chosen in the first step. */
  readonly province: { code: string; name: string } | undefined
  readonly communes: readonly { code: string; fullName: string }[]
  readonly kind: MatterKind | undefined
  readonly dossiers: readonly OwnDossier[]
  readonly signedIn: boolean
  /** The tracking code that the form carries. */
  readonly receipt: string
  readonly trouble: Trouble | undefined
}

export function SendMatter(props: SendProps) {
  return (
    <div class="stack">
      <h1>{props.kind === 'misuse' ? 'Báo dùng sai sao OCOP' : 'Gửi câu hỏi, đề xuất, phản ánh'}</h1>
      <p class="lead">
        Ai cũng gửi được, không cần tài khoản. Câu hỏi được trả lời trong {termDays.question} ngày làm việc, phiếu khác
        trong {termDays.complaint} ngày (thời hạn mặc định của hệ thống, luật không quy định).
      </p>
      {props.province === undefined ? (
        <ProvinceFirst {...props} />
      ) : (
        <MatterForm {...props} province={props.province} />
      )}
      <p class="small muted">
        Phiếu này không thay đơn khiếu nại một quyết định hành chính; đơn đó gửi cơ quan đã ra quyết định.
      </p>
    </div>
  )
}

function ProvinceFirst({ provinces, asked, kind }: SendProps) {
  const trouble =
    asked === undefined ? undefined : { values: {}, errors: { tinh: 'Hãy chọn một tỉnh, thành phố.' }, summary: [] }
  return (
    <form class="form panel stack" action={paths.feedback.send()} aria-label="Chọn nơi của việc này">
      {kind ? <Hidden name="loai" value={kind} /> : null}
      <Select
        name="tinh"
        label="Việc này ở tỉnh, thành phố nào"
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        blank="Chọn một tỉnh, thành phố"
        trouble={trouble}
      />
      <div class="row">
        <Submit icon="arrow-right">Tiếp tục</Submit>
      </div>
    </form>
  )
}

function MatterForm({
  province,
  communes,
  kind,
  dossiers,
  signedIn,
  receipt,
  trouble,
}: SendProps & { province: { code: string; name: string } }) {
  const action = paths.feedback.send({ tinh: province.code, loai: kind })
  return (
    <Form action={action} trouble={trouble} panel files>
      <Hidden name="ma" value={receipt} />
      <ChosenProvince name={province.name} back={paths.feedback.send({ loai: kind })} />
      <Select
        name="commune"
        label="Xã, phường, đặc khu"
        options={communes.map(({ code, fullName }) => ({ value: code, label: fullName }))}
        blank="Chọn nơi của việc này"
        trouble={trouble}
      />
      {kind === 'misuse' ? (
        <>
          <Hidden name="kind" value="misuse" />
          <Hidden name="subject" value="star" />
        </>
      ) : (
        <KindAndSubject trouble={trouble} />
      )}
      <Words kind={kind} trouble={trouble} />
      <DossierSelect dossiers={dossiers} trouble={trouble} />
      {signedIn ? null : <Sender trouble={trouble} />}
      {kind === 'misuse' ? null : (
        <Check
          name="consent"
          label="Đồng ý công khai câu hỏi và trả lời, sau khi cán bộ bỏ tên và thông tin cá nhân"
          trouble={trouble}
        />
      )}
      <div class="hidden-word" aria-hidden="true">
        <label for="website">Trang web (để trống)</label>
        <input id="website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      <div class="row">
        <Submit icon="send">Gửi phiếu</Submit>
      </div>
    </Form>
  )
}

function Words({ kind, trouble }: Pick<SendProps, 'kind' | 'trouble'>) {
  return (
    <>
      <Field name="title" label="Việc gì, trong một câu" trouble={trouble} />
      <Field name="body" label="Nội dung" kind="textarea" rows={7} trouble={trouble} />
      <Field
        name="about"
        label="Hàng nào, bán ở đâu, số giấy chứng nhận in trên đó"
        hint={kind === 'misuse' ? undefined : 'Chỉ cần khi báo dùng sai sao OCOP.'}
        optional={kind !== 'misuse'}
        trouble={trouble}
      />
      <FileField
        name="photo"
        label="Ảnh"
        hint="JPG, PNG hoặc WebP, tới 20 MB. Chỉ đơn vị giải quyết xem được."
        accept="image/jpeg,image/png,image/webp"
        optional
        trouble={trouble}
      />
    </>
  )
}

function DossierSelect({ dossiers, trouble }: Pick<SendProps, 'dossiers' | 'trouble'>) {
  if (dossiers.length === 0) return null
  return (
    <Select
      name="dossier"
      label="Về hồ sơ nào của bạn"
      options={dossiers.map(({ id, label }) => ({ value: id, label }))}
      blank="Không về hồ sơ nào"
      optional
      trouble={trouble}
    />
  )
}

function KindAndSubject({ trouble }: Pick<SendProps, 'trouble'>) {
  return (
    <>
      <Radios
        name="kind"
        label="Loại phiếu"
        options={kinds.map((value) => ({ value, label: kindWords[value] }))}
        trouble={trouble}
      />
      <Select
        name="subject"
        label="Về việc"
        hint="Quyết định nơi nhận: xã, tỉnh hay trung ương. Nơi nhận chuyển tiếp nếu chưa đúng."
        options={subjects.map((value) => ({ value, label: subjectWords[value] }))}
        blank="Chọn một việc"
        trouble={trouble}
      />
    </>
  )
}

function Sender({ trouble }: Pick<SendProps, 'trouble'>) {
  return (
    <>
      <Field
        name="senderName"
        label="Họ tên"
        hint="Có thể để trống. Chỉ đơn vị đang giải quyết thấy."
        autocomplete="name"
        optional
        trouble={trouble}
      />
      <Field name="senderPhone" label="Điện thoại" kind="tel" autocomplete="tel" optional trouble={trouble} />
    </>
  )
}

export function TrackByCode({ wrong }: { wrong: string | undefined }) {
  const trouble =
    wrong === undefined
      ? undefined
      : { values: { ma: wrong }, errors: { ma: 'Không có phiếu nào mang mã này.' }, summary: [] }
  return (
    <div class="stack">
      <h1>Theo dõi phiếu</h1>
      <form class="form panel stack" action={paths.feedback.track()} aria-label="Theo dõi phiếu bằng mã">
        <Field name="ma" label="Mã theo dõi" hint="Mười sáu chữ và số, ví dụ 7KQ2-M9XD-4H8P-2ZRT." trouble={trouble} />
        <div class="row">
          <Submit icon="search">Xem phiếu</Submit>
        </div>
      </form>
    </div>
  )
}

/** Above a matter that was opened by its code. */
export function CodeNotice({ code }: { code: string }) {
  return (
    <Notice kind="info">
      Mã theo dõi: <strong>{code}</strong>. Hãy chép lại; chỉ mã này mở được phiếu và trả lời.
    </Notice>
  )
}

export function WhatHappens() {
  return (
    <Panel title="Phiếu đi đâu">
      <ol class="stack tight">
        <li>Xã, tỉnh hoặc trung ương nhận theo việc bạn chọn; chuyển sai chỗ thì nơi nhận chuyển tiếp kèm lý do.</li>
        <li>Thời hạn tính từ lúc gửi, chuyển không kéo dài.</li>
        <li>Chưa thỏa đáng thì mở lại được một lần.</li>
      </ol>
    </Panel>
  )
}
