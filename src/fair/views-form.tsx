import { Check, Radios, Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { OrganisingForm, SavedMeanwhile } from '../ui/organising.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { fairKinds, reaches } from './model.ts'
import type { ShownFair } from './model.ts'
import { kindWords, reachWords } from './words.ts'

interface FormProps {
  readonly units: readonly { code: string; name: string }[]
  readonly provinces: readonly { code: string; name: string }[]
  readonly fair: ShownFair | undefined
  readonly trouble: Trouble | undefined
}

export function FairForm({ units, provinces, fair, trouble }: FormProps) {
  return (
    <OrganisingForm
      fresh="Hội chợ mới"
      saved={fair}
      action={fair === undefined ? paths.fair.begin() : paths.fair.amend(fair.id)}
      back={fair === undefined ? paths.fair.desk() : paths.fair.file(fair.id)}
      save="Lưu hội chợ"
      units={units}
      trouble={trouble}
    >
      <What fair={fair} trouble={trouble} />
      <WhereAndWhen provinces={provinces} fair={fair} trouble={trouble} />
      <Booths fair={fair} trouble={trouble} />
      <Clash fair={fair} trouble={trouble} />
    </OrganisingForm>
  )
}

type PartProps = Pick<FormProps, 'fair' | 'trouble'>

function What({ fair, trouble }: PartProps) {
  return (
    <>
      <Select
        name="kind"
        label="Loại"
        blank="Chọn loại"
        value={fair?.kind}
        options={fairKinds.map((value) => ({ value, label: kindWords[value] }))}
        trouble={trouble}
      />
      <Radios
        name="reach"
        label="Phạm vi"
        hint="Bộ tiêu chí tính điểm khác nhau cho trong tỉnh, ngoài tỉnh, quốc tế."
        value={fair?.reach}
        options={reaches.map((value) => ({ value, label: reachWords[value] }))}
        trouble={trouble}
      />
      <Field name="title" label="Tên" value={fair?.title} trouble={trouble} />
      <Field name="summary" label="Giới thiệu" kind="textarea" optional value={fair?.summary} trouble={trouble} />
      <Field name="organiser" label="Cơ quan tổ chức" value={fair?.organiser} trouble={trouble} />
    </>
  )
}

function WhereAndWhen({ provinces, fair, trouble }: PartProps & Pick<FormProps, 'provinces'>) {
  return (
    <>
      <Select
        name="province"
        label="Tỉnh nơi diễn ra"
        blank="Chọn tỉnh"
        value={fair?.provinceCode}
        options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
        trouble={trouble}
      />
      <Field name="place" label="Nơi diễn ra" value={fair?.place} trouble={trouble} />
      <Field name="audience" label="Khách hàng hướng tới" value={fair?.audience} trouble={trouble} />
      <Field name="opensOn" label="Ngày khai mạc" kind="date" value={fair?.opensOn} trouble={trouble} />
      <Field name="closesOn" label="Ngày bế mạc" kind="date" value={fair?.closesOn} trouble={trouble} />
      <Field name="applyBy" label="Hạn đăng ký" kind="date" value={fair?.applyBy} trouble={trouble} />
    </>
  )
}

/** How many may come, with how many stars. */
function Booths({ fair, trouble }: PartProps) {
  return (
    <>
      <Field name="booths" label="Số gian" kind="count" value={fair?.booths} trouble={trouble} />
      <Select
        name="leastStars"
        label="Hạng sao ít nhất"
        value={String(fair?.leastStars ?? 3)}
        options={[
          { value: '0', label: 'Không đòi hỏi' },
          ...[3, 4, 5].map((stars) => ({ value: String(stars), label: `Từ ${stars} sao` })),
        ]}
        trouble={trouble}
      />
      <Check
        name="highlight"
        label="Là điểm nhấn trên lịch chung"
        checked={fair?.highlight ?? false}
        trouble={trouble}
      />
    </>
  )
}

/** Asked for once something else stands on the calendar. */
function Clash({ fair, trouble }: PartProps) {
  if (trouble?.errors['clashReason'] === undefined && !fair?.clashReason) return null
  return (
    <Field
      name="clashReason"
      label="Vì sao vẫn tổ chức khi trùng lịch"
      kind="textarea"
      optional
      value={fair?.clashReason}
      trouble={trouble}
    />
  )
}

export function OtherFair({ fair, trouble }: { fair: ShownFair; trouble: Trouble }) {
  const now: readonly (readonly [string, string, string])[] = [
    ['title', 'Tên', fair.title],
    ['summary', 'Giới thiệu', fair.summary],
    ['organiser', 'Cơ quan tổ chức', fair.organiser],
    ['place', 'Nơi diễn ra', fair.place],
    ['audience', 'Khách hàng hướng tới', fair.audience],
  ]
  return <SavedMeanwhile now={now} elsewhere="ngày, số gian và phạm vi" trouble={trouble} />
}
