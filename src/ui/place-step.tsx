import type { Child } from 'hono/jsx'
import { Select } from './choice.tsx'
import type { Option } from './choice.tsx'
import { Submit } from './form.tsx'
import { Icon } from './icon.tsx'

interface PlaceStepProps {
  readonly action: string
  readonly provinces: readonly Option[]
  readonly label?: string | undefined
  /** What `?tinh=` said before, when it named no province. */
  readonly asked: string | undefined
}

/** First step of choosing a commune without a script: the province, sent as `?tinh=`. */
export function ProvinceStep({ action, provinces, label = 'Tỉnh, thành phố', asked }: PlaceStepProps) {
  const trouble =
    asked === undefined ? undefined : { values: {}, errors: { tinh: 'Hãy chọn một tỉnh, thành phố.' }, summary: [] }
  return (
    <form class="form panel stack" action={action} aria-label="Chọn tỉnh, thành phố">
      <Select name="tinh" label={label} options={provinces} blank="Chọn một tỉnh, thành phố" trouble={trouble} />
      <div class="row">
        <Submit icon="arrow-right">Tiếp tục</Submit>
      </div>
    </form>
  )
}

/** Above the second step: which province was chosen, and the way back. */
export function ChosenProvince({ name, back }: { name: Child; back: string }) {
  return (
    <p class="row">
      <span>
        <Icon name="map-pin" /> {name}
      </span>
      <a href={back}>Chọn tỉnh khác</a>
    </p>
  )
}
