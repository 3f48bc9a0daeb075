import { showCount } from '../kernel/number.ts'
import { Empty } from '../ui/empty.tsx'
import { Notice } from '../ui/notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Day } from '../ui/time.tsx'
import type { reconciled } from './actions.ts'

interface PublishedProps {
  readonly all: Awaited<ReturnType<typeof reconciled>>
  readonly mayEnter: (placeCode: string) => boolean
  readonly mayAdd: boolean
}

/** Figures printed elsewhere, as printed, held against their own parts and against the records. */
export function PublishedView({ all, mayEnter, mayAdd }: PublishedProps) {
  return (
    <div class="stack">
      <h1>Đối chiếu con số đã công bố</h1>
      <p class="lead">Giữ nguyên như nguồn đã in. Chỗ nào không cộng đúng được nói rõ, không sửa.</p>
      <p class="row">
        {mayAdd ? (
          <a class="button" href={paths.statistics.enterPublished()}>
            Ghi con số đã công bố
          </a>
        ) : null}
        <a href={paths.statistics.corrections()}>Nhật ký đính chính</a>
      </p>
      {all.length === 0 ? (
        <Empty title="Chưa nhập con số nào">
          <p>Cán bộ của Bộ hoặc tỉnh nhập con số đã công bố để đối chiếu.</p>
        </Empty>
      ) : (
        all.map((one) => <OnePublished {...one} mayEnter={mayEnter} />)
      )}
    </div>
  )
}

type One = PublishedProps['all'][number]

function OnePublished({ mayEnter, ...one }: One & Pick<PublishedProps, 'mayEnter'>) {
  const { published, corrected } = one
  return (
    <Panel title={published.title} note={<Day date={published.at} />}>
      <Sums {...one} />
      {corrected.map(({ part, said, shouldBe, reason }) => (
        <Notice kind="info">
          Đính chính{part === null ? ' tổng' : ` phần “${part}”`}: đã nói {showCount(said)}, đúng ra{' '}
          {showCount(shouldBe)}. {reason}
        </Notice>
      ))}
      {mayEnter(published.placeCode) ? (
        <p>
          <a href={paths.statistics.correct(published.id)}>Đính chính con số này</a>
        </p>
      ) : null}
      <Source {...one} />
    </Panel>
  )
}

/** Do the parts make up the whole, as it was printed? */
function Sums({ published, place, held }: One) {
  return (
    <>
      <p>
        {place.name}: công bố <strong class="num">{showCount(published.total)}</strong>
        {published.parts.length === 0 ? (
          ', không có các phần.'
        ) : (
          <>
            ; các phần: {published.parts.map(({ label, count }) => `${label} ${showCount(count)}`).join(' + ')} ={' '}
            <strong class="num">{showCount(held.sumOfParts)}</strong>.
          </>
        )}
      </p>
      {published.parts.length === 0 ? null : held.addsUp ? (
        <Notice kind="success">Các phần cộng lại đúng bằng tổng đã công bố.</Notice>
      ) : (
        <Notice kind="warning">
          Không cộng đúng: tổng đã công bố {held.unexplained > 0 ? 'nhiều hơn' : 'ít hơn'} các phần{' '}
          {showCount(Math.abs(held.unexplained))}. Không có căn cứ để tự sửa.
        </Notice>
      )}
    </>
  )
}

function Source({ published, place, held }: One) {
  return (
    <p class="small">
      Hồ sơ trong hệ thống vào ngày đó: <span class="num">{showCount(held.counted)}</span>, chênh với con số công bố{' '}
      <span class="num">{showCount(held.toRecords)}</span>.{' '}
      <a href={paths.statistics.records(published.figure, { ngay: published.at, noi: place.code })}>Xem bản ghi</a> ·
      Nguồn:{' '}
      {published.sourceUrl ? (
        <a href={published.sourceUrl} rel="nofollow noopener">
          {published.sourceTitle}
        </a>
      ) : (
        published.sourceTitle
      )}
    </p>
  )
}
