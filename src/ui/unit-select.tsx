import { Select } from './choice.tsx'
import type { Trouble } from './trouble.ts'

interface UnitSelectProps {
  readonly units: readonly { readonly code: string; readonly name: string }[]
  readonly label?: string | undefined
  readonly trouble: Trouble | undefined
}

/** For which unit an office acts: nobody with one unit has to choose. */
export function UnitSelect({ units, label = 'Đơn vị', trouble }: UnitSelectProps) {
  const [only, ...others] = units
  const isChosen = others.length === 0
  return (
    <Select
      name="unit"
      label={label}
      value={isChosen ? only?.code : undefined}
      blank={isChosen && only !== undefined ? undefined : 'Chọn đơn vị'}
      options={units.map(({ code, name }) => ({ value: code, label: name }))}
      trouble={trouble}
    />
  )
}
