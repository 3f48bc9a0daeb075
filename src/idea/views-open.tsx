import type { Page } from '../kernel/page.ts'
import { groupName } from '../product/groups.ts'
import { groupingText } from '../product/model.ts'
import { Select } from '../ui/choice.tsx'
import { Empty } from '../ui/empty.tsx'
import { Facts } from '../ui/facts.tsx'
import { LinkButton, Submit } from '../ui/form.tsx'
import { Pager } from '../ui/pager.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Table } from '../ui/table.tsx'
import { Day } from '../ui/time.tsx'
import type { Idea } from './model.ts'
import { originWords, outcomeLook, outcomeWords } from './words.ts'

interface OpenProps {
  readonly ideas: Page<Idea>
  readonly provinces: readonly { code: string; name: string }[]
  readonly province: string | undefined
}

/** Ideas whose proposers want to hear from others. */
export function OpenList({ ideas, provinces, province }: OpenProps) {
  return (
    <div class="stack">
      <h1>Ý tưởng của mọi người</h1>
      <p class="lead">Đọc, ủng hộ, góp ý hoặc xin cùng làm. Tên và điện thoại của người gửi không hiện ở đây.</p>
      <form class="panel filter" action={paths.idea.open()} aria-label="Chọn tỉnh">
        <Select
          name="tinh"
          label="Tỉnh, thành phố"
          options={provinces.map(({ code, name }) => ({ value: code, label: name }))}
          value={province}
          blank="Cả nước"
        />
        <Submit kind="secondary" icon="list-filter">
          Lọc
        </Submit>
      </form>
      {ideas.items.length === 0 ? (
        <Empty title="Chưa có ý tưởng công khai ở đây" icon="lightbulb">
          <p>
            <LinkButton href={paths.idea.begin()}>Gửi ý tưởng đầu tiên</LinkButton>
          </p>
        </Empty>
      ) : (
        <Table
          caption="Ý tưởng công khai, mới nhất trước"
          rows={ideas.items}
          columns={[
            { head: 'Ý tưởng', names: true, cell: ({ id, title }) => <a href={paths.idea.openOne(id)}>{title}</a> },
            { head: 'Nơi', cell: ({ communeName }) => communeName ?? 'Chưa xác định' },
            { head: 'Ngày gửi', cell: ({ filedOn }) => <Day date={filedOn} /> },
            { head: 'Trả lời của xã', cell: (idea) => <Answered idea={idea} /> },
          ]}
        />
      )}
      <Pager {...ideas} hrefOf={(trang) => paths.idea.open({ tinh: province, trang })} />
    </div>
  )
}

function Answered({ idea: { outcome } }: { idea: Idea }) {
  return outcome === null ? (
    <Status state="waiting">Chờ xã trả lời</Status>
  ) : (
    <Status state={outcomeLook[outcome]}>{outcomeWords[outcome]}</Status>
  )
}

/** What everybody may read of an idea; who sent it stays with the commune. */
export function OpenIdea({ idea }: { idea: Idea }) {
  return (
    <>
      <h1>{idea.title}</h1>
      <p>
        <Answered idea={idea} />
      </p>
      <Facts
        facts={[
          ['Nơi làm', idea.communeName ?? 'Chưa xác định'],
          ['Ngày gửi', <Day date={idea.filedOn} />],
          ['Loại', originWords[idea.origin]],
          ['Nhóm', idea.groupNo === null ? '' : groupName(groupingText, idea.groupNo)],
          ['Mô tả', idea.description],
          ['Nguyên liệu', idea.material],
          ['Thị trường', idea.market],
        ]}
      />
    </>
  )
}
