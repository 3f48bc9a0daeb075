import { showHundredths } from '../kernel/number.ts'
import { LinkButton } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { CheckList } from '../ui/tasks.tsx'
import { Day } from '../ui/time.tsx'
import type { SessionFile } from './session-file.ts'
import { quorumWords, showStars, verdictNames } from './words.ts'

/** The minutes on the screen: what was decided and how; the PDF is the paper. */
export function MinutesView({ file }: { file: SessionFile }) {
  const { session, council, regulation, lines } = file
  return (
    <div class="stack">
      <h1>
        Biên bản phiên chấm ngày <Day date={session.meetsOn} />
      </h1>
      <p class="lead">
        {council.name}. {quorumWords(regulation)}
      </p>
      <p>
        <LinkButton href={paths.evaluation.minutesPdf(session.id)} icon="printer">
          Biên bản (PDF)
        </LinkButton>
      </p>
      {lines.map(({ productName, producerName, result, note }) => (
        <Panel title={productName} note={producerName}>
          {result ? (
            <>
              <p>
                Điểm trung bình <strong class="num">{showHundredths(result.meanHundredths)}</strong> của{' '}
                {result.ballots} phiếu, lệch {result.spread} điểm. {showStars(result.stars)}.{' '}
                {verdictNames[result.verdict]}.
              </p>
              {result.gates.some(({ met }) => !met) ? (
                <details>
                  <summary>Ngưỡng chưa đạt</summary>
                  <CheckList
                    lines={result.gates
                      .filter(({ met }) => !met)
                      .map(({ criterion, stars, need, reachedBy }) => ({
                        what: `${criterion}, ngưỡng ${stars} sao: cần ${need} điểm, ${reachedBy} phiếu đạt`,
                        state: 'missing' as const,
                      }))}
                  />
                </details>
              ) : null}
            </>
          ) : (
            <p>Đã rời chương trình.</p>
          )}
          {note ? <p>{note}</p> : null}
        </Panel>
      ))}
    </div>
  )
}
