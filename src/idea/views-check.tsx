import { kindWords } from '../producer/words.ts'
import { groupOptions } from '../product/groups.ts'
import { Select } from '../ui/choice.tsx'
import { LinkButton, Submit } from '../ui/form.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { CheckList } from '../ui/tasks.tsx'
import type { Trouble } from '../ui/trouble.ts'
import { askedKinds, likenesses, quickCheck, sources, verdictOf } from './rules-eligibility.ts'
import type { AskedKind, QuickCheck } from './rules-eligibility.ts'
import { checkLook, checkSentence, checkStateWords, likenessWords, sourceWords, verdictWords } from './words.ts'

const kindLabel = (kind: AskedKind) => (kind === 'none' ? 'Chưa có, mới có ý tưởng' : kindWords[kind])

interface CheckProps {
  readonly check: QuickCheck | undefined
  /** What was asked, as typed; its sentences when something is missing. */
  readonly trouble: Trouble | undefined
}

/** A question to the texts, not an application: nothing is stored, and the address can be shared. */
export function CheckView({ check, trouble }: CheckProps) {
  return (
    <div class="stack">
      <h1>Kiểm tra điều kiện trước khi làm</h1>
      <p class="lead">
        Bốn câu hỏi, không cần tài khoản, không lưu lại. Câu trả lời lấy từ văn bản và bộ tiêu chí đang có hiệu lực.
      </p>
      {check ? <Answer check={check} /> : null}
      <form class="form panel stack" action={paths.idea.check()} aria-label="Kiểm tra điều kiện">
        <Select
          name="nhom"
          label="Sản phẩm thuộc nhóm nào"
          options={groupOptions()}
          blank="Chọn một nhóm"
          trouble={trouble}
        />
        <Select
          name="loai"
          label="Ai sẽ đứng tên"
          options={askedKinds.map((value) => ({ value, label: kindLabel(value) }))}
          blank="Chọn loại hình"
          trouble={trouble}
        />
        <Select
          name="nguyen-lieu"
          label="Nguyên liệu chính lấy ở đâu"
          options={sources.map((value) => ({ value, label: sourceWords[value] }))}
          blank="Chọn một mục"
          trouble={trouble}
        />
        <Select
          name="giong"
          label="So với sản phẩm của người khác"
          options={likenesses.map((value) => ({ value, label: likenessWords[value] }))}
          blank="Chọn một mục"
          trouble={trouble}
        />
        <div class="row">
          <Submit icon="search">Kiểm tra</Submit>
        </div>
      </form>
    </div>
  )
}

function Answer({ check }: { check: QuickCheck }) {
  const lines = quickCheck(check)
  const verdict = verdictOf(lines)
  const { rubric } = check
  return (
    <Panel title={`Nhóm ${rubric.number}. ${rubric.name}`} note={`Bộ quản lý: ${rubric.agencies.join(', ')}`}>
      <Notice kind={verdict === 'stop' ? 'error' : verdict === 'ok' ? 'success' : 'warning'} live>
        {verdictWords[verdict]}
      </Notice>
      <CheckList
        lines={lines.map((line) => ({
          what: (
            <>
              {checkSentence(line)} <span class="small muted">({line.article})</span>
            </>
          ),
          state: checkLook[line.state],
          word: checkStateWords[line.state],
        }))}
      />
      <p class="small muted">
        Trang này tóm tắt văn bản để tham khảo, không phải quyết định của cơ quan nào và không làm mất quyền gửi ý
        tưởng.
      </p>
      <p class="row">
        <LinkButton href={paths.idea.begin({ nhom: rubric.number })} icon="send">
          Gửi ý tưởng
        </LinkButton>
        <LinkButton href={paths.regime.selfAssessRubric(rubric.text, rubric.number)} kind="secondary">
          Tự chấm thử theo bộ tiêu chí
        </LinkButton>
      </p>
    </Panel>
  )
}
