import { civilDateOf } from '../kernel/civil-date.ts'
import { textById } from '../regime/law.ts'
import { Select } from '../ui/choice.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { adviseGroup, groupName, groupOptions } from './groups.ts'
import { groupingText } from './model.ts'
import type { Grouping, Product } from './model.ts'
import { judgeRegrouping } from './rules.ts'

interface GroupingProps {
  readonly product: Product
  readonly groupings: readonly Grouping[]
  readonly mayChange: boolean
  readonly trouble: Trouble | undefined
}

/** The group under each text; a product of an earlier text is put in a group of today's by a person. */
export function GroupingPanel({ product, groupings, mayChange, trouble }: GroupingProps) {
  const open = mayChange && judgeRegrouping(product, { text: groupingText, known: groupings }).ok
  if (!open && groupings.length < 2) return null
  return (
    <Panel title="Nhóm theo từng văn bản">
      {groupings.length > 0 ? (
        <Table
          caption="Nhóm đã xếp"
          rows={groupings}
          columns={[
            { head: 'Văn bản', cell: ({ text }) => numberOf(text) },
            { head: 'Nhóm', names: true, cell: ({ text, groupNo }) => `${groupNo}. ${groupName(text, groupNo)}` },
            { head: 'Người xếp', cell: ({ confirmedByName }) => confirmedByName ?? 'nhập từ danh sách cũ' },
            { head: 'Ngày', cell: ({ confirmedAt }) => <Day date={civilDateOf(confirmedAt)} /> },
          ]}
        />
      ) : null}
      {open ? <Regrouping product={product} trouble={trouble} /> : null}
    </Panel>
  )
}

function numberOf(text: string): string {
  return textById(text)?.number ?? text
}

function Regrouping({
  product: { id, groupText, groupNo },
  trouble,
}: {
  product: Product
  trouble: Trouble | undefined
}) {
  const advised = adviseGroup(groupText, groupNo)
  return (
    <>
      <Notice kind="warning" title={`Chưa xếp nhóm theo ${numberOf(groupingText)}`}>
        Muốn lập hồ sơ mới, kể cả phân hạng lại, cần xếp sản phẩm vào một nhóm của văn bản đang áp dụng. Nhóm cũ vẫn
        được giữ cùng lần công nhận cũ.
      </Notice>
      <Form action={paths.product.regroup(id)} trouble={trouble}>
        <Select
          name="group"
          label="Nhóm theo văn bản đang áp dụng"
          hint={
            advised === undefined
              ? 'Không có gợi ý: hai văn bản chia nhóm khác nhau. Hãy chọn theo sản phẩm thực tế.'
              : `Gợi ý: ${advised}. ${groupName(groupingText, advised)}. Hãy kiểm tra rồi tự chọn.`
          }
          options={groupOptions()}
          blank="Chọn một nhóm"
          trouble={trouble}
        />
        <Submit>Xác nhận nhóm</Submit>
      </Form>
    </>
  )
}
