import { showMonthDay } from '../kernel/civil-date.ts'
import { consentMeans } from '../producer/model.ts'
import { consentWords } from '../producer/words.ts'
import { groupOptions } from '../product/groups.ts'
import { Check, Radios, Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset, Form, Hidden, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { paths } from '../ui/paths.ts'
import { ChosenProvince, ProvinceStep } from '../ui/place-step.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { origins } from './model.ts'
import type { Term } from './model.ts'
import { originWords } from './words.ts'

interface NewProps {
  readonly provinces: readonly { code: string; name: string }[]
  /** What the first step sent. */
  readonly asked: string | undefined
  /** Chosen in the first step. */
  readonly province: { code: string; name: string } | undefined
  readonly communes: readonly { code: string; fullName: string }[]
  readonly term: Term
  readonly inSeason: boolean
  /** A group found by the quick check. */
  readonly group: string | undefined
  /** An officer of a commune may type for somebody else. */
  readonly officer: boolean
  /** The name of a signed-in person who writes for itself. */
  readonly own: string | undefined
  /** The receipt code that the form carries. */
  readonly receipt: string
  readonly trouble: Trouble | undefined
}

/** Two steps without script: first the province, then the form with its communes. */
export function NewIdea(props: NewProps) {
  const { provinces, asked, province, term, inSeason } = props
  return (
    <div class="stack">
      <h1>Đăng ký ý tưởng sản phẩm</h1>
      <p class="lead">
        Ai cũng gửi được, không cần tài khoản, không mất phí, khoảng mười phút. Xã trả lời trong {term.workingDays} ngày
        làm việc ({term.basis ?? 'thời hạn mặc định của hệ thống, luật không quy định'}).
      </p>
      <p class="row">
        <a href={paths.idea.check()}>Kiểm tra điều kiện trước</a>
        <a href={paths.idea.track()}>Tra cứu ý tưởng đã gửi</a>
        <a href={paths.idea.open()}>Ý tưởng của mọi người</a>
        <a href={paths.cycle.seasons({ tinh: province?.code })}>Lịch chu trình của tỉnh</a>
      </p>
      {inSeason || term.intakeFrom === null || term.intakeTo === null ? null : (
        <Notice kind="info">
          {`Tỉnh gom ý tưởng từ ${showMonthDay(term.intakeFrom)} đến ${showMonthDay(term.intakeTo)}. Bạn vẫn gửi được hôm nay, xã vẫn trả lời đúng hạn.`}
        </Notice>
      )}
      {province === undefined ? (
        <ProvinceStep
          action={paths.idea.begin()}
          provinces={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          asked={asked}
        />
      ) : (
        <IdeaForm {...props} province={province} />
      )}
    </div>
  )
}

function IdeaForm({
  province,
  communes,
  group,
  officer,
  own,
  term,
  receipt,
  trouble,
}: NewProps & { province: { code: string; name: string } }) {
  return (
    <Form action={paths.idea.begin({ tinh: province.code, nhom: group })} trouble={trouble} panel>
      <Hidden name="ma" value={receipt} />
      <ChosenProvince name={province.name} back={paths.idea.begin()} />
      <Select
        name="commune"
        label="Xã, phường, đặc khu"
        options={communes.map(({ code, fullName }) => ({ value: code, label: fullName }))}
        blank="Chọn nơi sẽ làm sản phẩm"
        trouble={trouble}
      />
      <Field name="title" label="Tên ý tưởng" trouble={trouble} />
      <Radios
        name="origin"
        label="Sản phẩm"
        options={origins.map((value) => ({ value, label: originWords[value] }))}
        value="new"
        trouble={trouble}
      />
      <Field
        name="description"
        label="Mô tả"
        hint="Làm gì, từ nguyên liệu nào, khác gì sản phẩm đã có."
        kind="textarea"
        rows={5}
        trouble={trouble}
      />
      <Field name="material" label="Nguyên liệu lấy ở đâu" kind="textarea" optional trouble={trouble} />
      <Field name="market" label="Định bán cho ai" kind="textarea" optional trouble={trouble} />
      <Select
        name="group"
        label="Nhóm sản phẩm"
        hint="Chưa rõ thì để trống, xã sẽ giúp."
        options={groupOptions()}
        value={group}
        blank="Chưa rõ"
        optional
        trouble={trouble}
      />
      <Field name="proposerName" label="Họ tên người đăng ký" value={own} autocomplete="name" trouble={trouble} />
      <Field
        name="proposerPhone"
        label="Điện thoại"
        hint="Chỉ cán bộ xã nơi nhận thấy số này."
        kind="tel"
        autocomplete="tel"
        trouble={trouble}
      />
      <Check
        name="openToPublic"
        label="Cho mọi người đọc và góp ý. Tên và điện thoại của tôi không hiện ra."
        hint={`Hiện ra sau khi xã xem, trong ${term.lookDays} ngày làm việc (${term.basis ?? 'mặc định của hệ thống; luật không quy định'}).`}
        trouble={trouble}
      />
      {officer ? <OnBehalf trouble={trouble} /> : null}
      <div class="hidden-word" aria-hidden="true">
        <label for="website">Trang web (để trống)</label>
        <input id="website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      <div class="row">
        <Submit icon="send">Gửi ý tưởng</Submit>
      </div>
    </Form>
  )
}

function OnBehalf({ trouble }: { trouble: Trouble | undefined }) {
  return (
    <Fieldset
      legend="Cán bộ xã nhập thay"
      hint="Người có ý tưởng phải đồng ý trước. Giấy hẹn có mã theo dõi đưa cho chính người đó."
    >
      <Check name="onBehalf" label="Tôi nhập thay người đăng ký ghi ở trên" trouble={trouble} />
      <Field name="consentOn" label="Ngày đồng ý" kind="date" optional trouble={trouble} />
      <Radios
        name="consentMeans"
        label="Cách đồng ý"
        options={consentMeans.map((value) => ({ value, label: consentWords[value] }))}
        optional
        trouble={trouble}
      />
      <Field name="consentNote" label="Ghi chú về sự đồng ý" optional trouble={trouble} />
    </Fieldset>
  )
}
