import { FileList } from '../ui/file-list.tsx'
import { LinkButton } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Facts } from '../ui/facts.tsx'
import { Table } from '../ui/table.tsx'
import type { agendaDossier } from './actions.ts'
import { rubricOf } from './counting.ts'

type Found = Awaited<ReturnType<typeof agendaDossier>>

/** What a member reads before scoring: the producer's report, its own marks, the commune's report, the papers. */
export function AgendaDossier({
  item,
  form02,
  form03,
  selfScore,
  papers,
  attachments,
  sitting,
  sessionId,
}: Found & { sessionId: string }) {
  const rubric = rubricOf(sitting.session.text, item.rubric)
  const chosen = (code: string) =>
    rubric.criteria.find((one) => one.code === code)?.options[(selfScore.choices[code] ?? 0) - 1]
  return (
    <div class="stack">
      <div class="row apart">
        <h1>{item.productName}</h1>
        <LinkButton href={paths.evaluation.ballot(sessionId, item.dossierId)} icon="vote">
          Phiếu chấm
        </LinkButton>
      </div>
      <p class="lead">{item.producerName}</p>
      {form02 ? (
        <Panel title="Báo cáo tự đánh giá (Mẫu 02)">
          <Facts
            facts={[
              ['Sản phẩm', form02.description],
              ['Kết quả thực hiện phương án', form02.results],
              ['Phương án tới', form02.plan],
            ]}
          />
        </Panel>
      ) : null}
      {form03 ? (
        <Panel title="Báo cáo của xã (Mẫu 03)">
          <Facts
            facts={[
              ['Nguyên liệu địa phương', form03.material],
              ['Lao động địa phương', form03.labour],
              ['Nguồn gốc ý tưởng', form03.idea],
              ['Bản sắc, trí tuệ địa phương', form03.identity],
              ['Đề nghị', form03.proposal],
            ]}
          />
        </Panel>
      ) : null}
      <Panel title={`Minh chứng (${papers.length})`}>
        <FileList
          files={papers.map(({ id, title }) => ({
            name: title,
            href: paths.evaluation.paper(sessionId, item.dossierId, id),
            note: attachments
              .filter(({ paperId }) => paperId === id)
              .map(({ criterion }) => criterion)
              .join(', '),
          }))}
        />
      </Panel>
      <Panel title="Chủ thể tự chấm">
        <Table
          caption="Mức chủ thể tự chọn"
          rows={rubric.criteria}
          columns={[
            { head: 'Tiêu chí', cell: ({ code, name }) => `${code} ${name}`, names: true },
            { head: 'Mức', cell: ({ code }) => chosen(code)?.label ?? 'Chưa chọn' },
            { head: 'Điểm', cell: ({ code }) => chosen(code)?.points ?? 0, numeric: true },
          ]}
        />
      </Panel>
    </div>
  )
}
