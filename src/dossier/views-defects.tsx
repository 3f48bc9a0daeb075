import type { Rubric } from '../regime/model.ts'
import { Panel } from '../ui/panel.tsx'
import { CheckList } from '../ui/tasks.tsx'
import type { Defect, Whole } from './model.ts'

interface DefectsProps {
  readonly whole: Pick<Whole, 'dossier' | 'defects'>
  readonly rubric: Rubric | undefined
}

/** What a return asked for: open while the producer mends; after that, what whoever asked has to look at again. */
export function Defects({ whole: { dossier, defects }, rubric }: DefectsProps) {
  const open = defects.filter(({ mendedAt }) => mendedAt === null)
  if (open.length > 0)
    return (
      <Panel title={`Cần bổ sung ${open.length} điều`} note="Nêu đủ trong một lần">
        <CheckList ordered lines={open.map((defect) => ({ what: sentenceOf(defect, rubric), state: 'missing' }))} />
      </Panel>
    )
  if (dossier.state !== 'completed' && dossier.state !== 'completed-for-province') return null
  const last = Math.max(...defects.map(({ stepPosition }) => stepPosition))
  const asked = defects.filter(({ stepPosition }) => stepPosition === last)
  return (
    <Panel title={`Đã yêu cầu bổ sung ${asked.length} điều`} note="Chủ thể đã nộp lại">
      <CheckList ordered lines={asked.map((defect) => ({ what: sentenceOf(defect, rubric), ...seen }))} />
    </Panel>
  )
}

const seen = { state: 'waiting', word: 'Cần xem lại' } as const

function sentenceOf({ place, sentence, article, lateReason }: Defect, rubric: Rubric | undefined) {
  const where = placeName(place, rubric)
  return (
    <>
      {where === undefined ? null : <strong>{where}: </strong>}
      {sentence} <span class="small muted">({article})</span>
      {lateReason ? <span class="small"> Nêu thêm vì: {lateReason}</span> : null}
    </>
  )
}

function placeName(place: string, rubric: Rubric | undefined): string | undefined {
  if (place === 'mau-01') return 'Mẫu 01'
  if (place === 'mau-02') return 'Mẫu 02'
  const criterion = rubric?.criteria.find(({ code }) => code === place)
  return criterion && `${criterion.code} ${criterion.name}`
}
