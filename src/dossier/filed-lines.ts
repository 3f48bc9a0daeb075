import { showDate } from '../kernel/civil-date.ts'
import type { CivilDate } from '../kernel/civil-date.ts'
import { kindWords as producerKinds, sexWords } from '../producer/words.ts'
import { rubricById, textById } from '../regime/law.ts'
import type { RubricId } from '../regime/model.ts'
import { boxIds } from './model-filed.ts'
import type { FiledRegister } from './model-filed.ts'
import { boxWords } from './words-form.ts'

export type Line = [label: string, text: string]

/** Who asks, for what product: the head of form 01. */
export function slipLines({ producer, product, commune, province }: FiledRegister, rubric: RubricId): Line[] {
  return [
    ['Tên chủ thể', producer.name],
    ['Người đại diện theo pháp luật', joined(producer.representativeName, producer.representativePosition)],
    ['Địa chỉ', joined(producer.address, commune, province)],
    ['Điện thoại', producer.phone ?? ''],
    ['Thư điện tử', producer.email ?? ''],
    ['Sản phẩm đăng ký', product.name],
    ['Ngành, nhóm, phân nhóm', groupLine(rubric)],
  ]
}

function joined(...parts: (string | null)[]): string {
  return parts.filter(Boolean).join(', ')
}

function groupLine(id: RubricId): string {
  const rubric = rubricById(id)
  if (!rubric) return ''
  const sector = textById(rubric.text)?.sectors.find(({ code }) => code === rubric.sector)?.name
  return [...new Set([sector, rubric.group, `${rubric.number}. ${rubric.name}`])].filter(Boolean).join(' / ')
}

/** Part I of form 02, as far as the register and the wallet hold it. */
export function generalLines({ producer, product, commune, province, boxes }: FiledRegister): Line[] {
  const sex = producer.representativeSex ? sexWords[producer.representativeSex] : null
  return [
    ['Tên chủ thể', producer.name],
    ['Loại hình', producerKinds[producer.kind]],
    ['Địa chỉ', joined(producer.address, commune, province)],
    ['Điện thoại', producer.phone ?? ''],
    ['Thư điện tử', producer.email ?? ''],
    ['Người đại diện theo pháp luật', joined(producer.representativeName, producer.representativePosition)],
    [
      'Giới tính, dân tộc',
      joined(sex, producer.representativeEthnicity, producer.representativeDisabled ? 'người khuyết tật' : null),
    ],
    ['Nơi thường trú của người đại diện', producer.representativeAddress ?? ''],
    ['Ngày thành lập', day(producer.foundedOn)],
    ['Số, ngày đăng ký kinh doanh', joined(producer.registrationNo, day(producer.registrationOn))],
    [
      'Lao động (tại xã)',
      producer.labourTotal === null ? '' : `${producer.labourTotal} (${producer.labourLocal ?? 0})`,
    ],
    ['Quá trình hình thành', producer.history ?? ''],
    ['Cơ cấu tổ chức', producer.structure ?? ''],
    ['Quy cách sản phẩm', product.packs.join('; ')],
    ...boxIds.map((id): Line => [boxWords[id], boxes[id].length === 0 ? 'chưa có' : `có: ${boxes[id].join('; ')}`]),
  ]
}

function day(date: CivilDate | null): string {
  return date === null ? '' : showDate(date)
}
