import { Check, Radios, Select } from '../ui/choice.tsx'
import type { Option } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Fieldset } from '../ui/form.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { consentMeans, producerKinds } from './model.ts'
import type { Producer } from './model.ts'
import { consentWords, fieldWords, kindWords, sexWords } from './words.ts'

interface FieldsProps {
  readonly trouble?: Trouble | undefined
  readonly stored?: Producer | undefined
}

const kindOptions: Option[] = producerKinds
  .filter((kind) => kind !== 'other' && kind !== 'unknown')
  .map((kind) => ({ value: kind, label: kindWords[kind] }))

/** The fields of registration; a later change shows what is stored. */
export function ProducerFields({ trouble, stored }: FieldsProps) {
  return (
    <>
      <Fieldset legend="Chủ thể">
        <Select
          name="kind"
          label="Loại hình"
          options={kindOptions}
          value={stored?.kind}
          blank="Chọn một loại hình"
          trouble={trouble}
        />
        <Field
          name="name"
          label="Tên chủ thể"
          hint="Đúng như trên giấy đăng ký."
          value={stored?.name}
          trouble={trouble}
        />
        <Field
          name="registrationNo"
          label={fieldWords.registrationNo}
          hint="Hộ, hợp tác xã, doanh nghiệp và trang trại phải ghi."
          value={stored?.registrationNo}
          short
          trouble={trouble}
        />
        <Field
          name="registrationOn"
          label={fieldWords.registrationOn}
          kind="date"
          value={stored?.registrationOn}
          trouble={trouble}
        />
        <Field
          name="foundedOn"
          label={fieldWords.foundedOn}
          kind="date"
          value={stored?.foundedOn}
          optional
          trouble={trouble}
        />
      </Fieldset>
      <RepresentativeFields trouble={trouble} stored={stored} />
      <CapacityFields trouble={trouble} stored={stored} />
    </>
  )
}

function RepresentativeFields({ trouble, stored }: FieldsProps) {
  const sexes = (['female', 'male'] as const).map((value) => ({ value, label: sexWords[value] }))
  return (
    <Fieldset legend="Người đại diện và liên hệ">
      <Field
        name="representativeName"
        label={fieldWords.representativeName}
        value={stored?.representativeName}
        autocomplete="name"
        trouble={trouble}
      />
      <Field
        name="representativePosition"
        label="Chức vụ"
        hint="Ví dụ: Giám đốc, Chủ hộ."
        value={stored?.representativePosition}
        optional
        trouble={trouble}
      />
      <Radios
        name="representativeSex"
        label="Giới tính"
        options={sexes}
        value={stored?.representativeSex}
        trouble={trouble}
      />
      <Field
        name="representativeEthnicity"
        label="Dân tộc"
        hint="Mẫu 02 hỏi giới tính, dân tộc và khuyết tật vì bộ tiêu chí có điểm cho người đại diện là nữ, người dân tộc thiểu số hoặc người khuyết tật."
        value={stored?.representativeEthnicity}
        short
        trouble={trouble}
      />
      <Check
        name="representativeDisabled"
        label="Người đại diện là người khuyết tật"
        checked={stored?.representativeDisabled ?? false}
        trouble={trouble}
      />
      <Field
        name="representativeAddress"
        label={fieldWords.representativeAddress}
        hint="Mẫu 02 hỏi; chỉ cán bộ có trách nhiệm nhìn thấy."
        value={stored?.representativeAddress}
        optional
        trouble={trouble}
      />
      <Field
        name="phone"
        label="Số điện thoại"
        kind="tel"
        hint="Chỉ cán bộ có trách nhiệm nhìn thấy."
        value={stored?.phone}
        trouble={trouble}
      />
      <Field name="email" label="Thư điện tử" kind="email" value={stored?.email} optional trouble={trouble} />
      <Field
        name="address"
        label={fieldWords.address}
        value={stored?.address}
        autocomplete="street-address"
        trouble={trouble}
      />
    </Fieldset>
  )
}

function CapacityFields({ trouble, stored }: FieldsProps) {
  return (
    <Fieldset legend="Vốn, lao động và quá trình" hint="Chưa có số liệu thì để trống; lúc lập hồ sơ hệ thống sẽ nhắc.">
      <Field
        name="localCapitalPercent"
        label={fieldWords.localCapitalPercent}
        kind="count"
        hint="Bộ tiêu chí lấy mốc 51%."
        suffix="%"
        value={stored?.localCapitalPercent}
        optional
        trouble={trouble}
      />
      <Field
        name="labourTotal"
        label="Tổng số lao động"
        kind="count"
        suffix="người"
        value={stored?.labourTotal}
        optional
        trouble={trouble}
      />
      <Field
        name="labourLocal"
        label={fieldWords.labourLocal}
        kind="count"
        suffix="người"
        value={stored?.labourLocal}
        optional
        trouble={trouble}
      />
      <Field
        name="history"
        label={fieldWords.history}
        kind="textarea"
        hint="Cơ sở ra đời thế nào, ai tham gia, đã qua những bước nào. Hiện trên trang công khai."
        value={stored?.history}
        rows={5}
        optional
        trouble={trouble}
      />
      <Field
        name="structure"
        label={fieldWords.structure}
        kind="textarea"
        hint="Các bộ phận, số người của mỗi bộ phận. Hộ gia đình để trống."
        value={stored?.structure}
        rows={3}
        optional
        trouble={trouble}
      />
    </Fieldset>
  )
}

export function CommuneField({ communes, trouble }: { communes: readonly Option[]; trouble?: Trouble | undefined }) {
  return (
    <Select
      name="commune"
      label="Xã, phường, đặc khu"
      options={communes}
      blank="Chọn một xã, phường, đặc khu"
      trouble={trouble}
    />
  )
}

export function ConsentFields({ trouble }: { trouble?: Trouble | undefined }) {
  return (
    <Fieldset legend="Sự đồng ý của chủ thể" hint="Cán bộ xã nhập thay khi chủ thể đã đồng ý. Mục này được ghi vào sổ.">
      <Field name="consentBy" label="Người đồng ý" hint="Họ tên người đại diện của chủ thể." trouble={trouble} />
      <Field name="consentOn" label="Ngày đồng ý" kind="date" trouble={trouble} />
      <Radios
        name="consentMeans"
        label="Đồng ý bằng cách nào"
        options={consentMeans.map((value) => ({ value, label: consentWords[value] }))}
        trouble={trouble}
      />
      <Field
        name="consentNote"
        label="Ghi chú"
        hint="Giấy có chữ ký lưu ở đâu; nếu qua điện thoại: số đã gọi và người cùng nghe."
        optional
        trouble={trouble}
      />
    </Fieldset>
  )
}
