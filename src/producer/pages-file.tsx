import { orMissing } from '../kernel/refusal.ts'
import { frame } from '../platform/frame.ts'
import { param } from '../platform/web.ts'
import type { Request } from '../platform/web.ts'
import { placeName } from '../territory/actions.ts'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { LinkButton } from '../ui/form.tsx'
import { DeskPage } from '../ui/layout.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import { placeOfProducer, producerAccess } from './access.ts'
import { producerFile } from './actions.ts'
import type { Producer } from './model.ts'
import { ownersOf } from './rules.ts'
import { AmendmentForm, ProducerWays, RegisterFacts } from './views.tsx'
import { LinePanel, MembersPanel, SuccessionForm } from './views-people.tsx'

export async function amendPage(c: Request, trouble?: Trouble) {
  const { producer } = await producerFile(c.var.ctx, param(c, 'id'))
  orMissing(producerAccess.amend(c.var.ctx.actor, placeOfProducer(producer)) || undefined)
  const crumbs = [{ label: producer.name, href: paths.producer.file(producer.id) }, { label: 'Sửa thông tin' }]
  return (
    <DeskPage {...frame(c)} title="Sửa thông tin chủ thể" crumbs={crumbs}>
      <div class="stack">
        <h1>Sửa thông tin chủ thể</h1>
        <AmendmentForm producer={producer} trouble={trouble} />
      </div>
    </DeskPage>
  )
}

export async function filePage(c: Request, trouble: { member?: Trouble; succession?: Trouble } = {}) {
  const { actor, today } = c.var.ctx
  const { producer, members, ...line } = await producerFile(c.var.ctx, param(c, 'id'))
  const at = placeOfProducer(producer, ownersOf(members, today))
  const open = producer.closedOn === null
  return (
    <DeskPage {...frame(c)} title={producer.name}>
      <div class="stack">
        <div class="row apart">
          <h1>{producer.name}</h1>
          {open && producerAccess.amend(actor, at) ? (
            <LinkButton href={paths.producer.amend(producer.id)} kind="secondary" icon="pencil">
              Sửa thông tin
            </LinkButton>
          ) : null}
        </div>
        <ProducerWays producer={producer} />
        <RegisterFacts producer={producer} place={await placeOf(c, producer)} />
        <LinePanel {...line} />
        <MembersPanel
          producer={producer}
          members={members}
          today={today}
          mayAdd={producerAccess['manage-members'](actor, at) || producerAccess['name-first-owner'](actor, at)}
          mayEnd={producerAccess['manage-members'](actor, at)}
          trouble={trouble.member}
        />
        {open && producerAccess['record-succession'](actor, at) ? (
          <SuccessionForm producer={producer} trouble={trouble.succession} />
        ) : (
          <ErrorSummary trouble={trouble.succession} />
        )}
      </div>
    </DeskPage>
  )
}

export async function placeOf(c: Request, { communeCode, communeOn }: Producer): Promise<string> {
  return (await placeName(c.var.ctx, communeCode, communeOn)) ?? ''
}
