import { describe, expect, it } from 'vitest'
import { useSampleWorld } from '../../test/support/world.ts'
import { queueOf } from '../dossier/actions-queue.ts'
import { dossierStates } from '../dossier/model.ts'
import { strictness } from '../evaluation/strictness.ts'
import { sampleAccounts } from '../identity/actions-account.ts'
import { actorOf } from '../identity/actions.ts'
import { country, roles } from '../kernel/actor.ts'
import { oneRow, rows, sql } from '../platform/db.ts'
import { figureAnswer, placeByCode, reconciled } from '../statistics/actions.ts'
import { figures } from '../statistics/figures/catalogue-of-figures.ts'
import { addSampleProgramme } from './programme.ts'

const world = useSampleWorld()

async function count(statement: ReturnType<typeof sql<{ count: number }>>): Promise<number> {
  return (await rows(world, statement))[0]?.count ?? -1
}

describe('the sample programme', () => {
  it('fills the country: about six hundred products over all 26 groups, in the six provinces', async () => {
    expect(await count(sql`select count(*)::int as count from product.product`)).toBeGreaterThan(600)
    expect(await count(sql`select count(distinct group_no)::int as count from product.product`)).toBe(26)
    const provinces = await rows(
      world,
      sql<{
        code: string
      }>`select distinct province_code as code from catalogue.listing where province_code is not null order by 1`,
    )
    expect(provinces.map(({ code }) => code)).toEqual(['48', '51', '52', '56', '66', '68'])
  })

  it('scores nobody against the register: 3.1 and 3.2 fit the kind and the representative of each producer', async () => {
    const against = await rows(
      world,
      sql<{ name: string }>`select p.name from dossier.dossier d join producer.producer p on p.id = d.producer_id
        join dossier.self_score s on s.dossier_id = d.id where d.text = '26-2026' and (
          s.criterion = '3.1' and s.option <> case when p.kind in ('household', 'farm', 'group') then 1 when p.kind = 'company'
            and not (p.name like '%cổ phần%' and p.local_capital_percent >= 51) then 2 else 3 end
          or s.criterion = '3.2' and s.option <> case when p.representative_sex = 'female' or p.representative_ethnicity <> 'Kinh'
            or p.representative_disabled then 2 else 1 end)`,
    )
    expect(against).toEqual([])
    expect(
      await count(sql`select count(*)::int as count from dossier.self_score where criterion = '3.2'`),
    ).toBeGreaterThan(30)
  })

  it('gives packs of companies a bar code of the numbers kept for examples, and nobody else one', async () => {
    const packs = await rows(
      world,
      sql<{ gtin: string | null; kind: string }>`select k.gtin, o.kind from product.pack k
        join product.product p on p.id = k.product_id join producer.producer o on o.id = p.producer_id
        where (k.gtin is not null) and not (o.kind = 'company' and k.gtin like '0952%')`,
    )
    expect(packs).toEqual([])
    expect(await count(sql`select count(*)::int as count from product.pack where gtin is not null`)).toBeGreaterThan(
      100,
    )
  })

  it('marks everything as sample', async () => {
    const unmarked = await rows(
      world,
      sql<{ kind: string }>`
      select 'account' as kind from identity.account where not sample union all
      select 'producer' from producer.producer where not sample union all
      select 'product' from product.product where not sample union all
      select 'paper' from evidence.paper where not sample union all
      select 'idea' from idea.idea where not sample union all
      select 'dossier' from dossier.dossier where not sample union all
      select 'council' from evaluation.council where not sample union all
      select 'session' from evaluation.session where not sample union all
      select 'decision' from recognition.decision where not sample union all
      select 'district-line' from recognition.district_line where not sample union all
      select 'article' from newsroom.article where not sample union all
      select 'comment' from newsroom.comment where not sample union all
      select 'matter' from feedback.matter where not sample`,
    )
    expect(unmarked).toEqual([])
  })

  it('adds nothing the second time', async () => {
    const entries = sql<{ count: number }>`select count(*)::int as count from audit.entry`
    const before = await count(entries)
    await addSampleProgramme(world.as(), () => undefined)
    expect(await count(entries)).toBe(before)
  })
})

describe('what is alive in it', () => {
  it('has a dossier in every state', async () => {
    const states = await rows(world, sql<{ state: string }>`select distinct state from dossier.dossier`)
    expect(states.map(({ state }) => state).toSorted()).toEqual([...dossierStates].toSorted())
  })

  it('has thirty dossiers under way and more, some of them late', async () => {
    const open = sql`state not in ('published', 'notified', 'withdrawn', 'disqualified')`
    expect(await count(sql`select count(*)::int as count from dossier.dossier where ${open}`)).toBeGreaterThan(30)
    expect(
      await count(
        sql`select count(*)::int as count from dossier.dossier where ${open} and due_on < ${world.as().today}::date`,
      ),
    ).toBeGreaterThan(0)
  })

  it('gives the named officers of Cư M’gar something at every step of the commune', async () => {
    const states = async (signInName: string) => {
      const { id } = await oneRow(
        world,
        sql<{ id: string }>`select id from identity.account where sign_in_name = ${signInName}`,
      )
      const ctx = world.as()
      const { items } = await queueOf({ ...ctx, actor: await actorOf(ctx, id) }, 'cua-toi', 1)
      return new Set(items.map(({ state, helped }) => (helped ? 'to-write-for-the-producer' : state)))
    }
    const officer = ['completed', 'filed', 'received-by-commune', 'to-write-for-the-producer']
    expect([...(await states('mau.xa-cu-mgar'))].toSorted()).toEqual(officer)
    expect([...(await states('mau.lanh-dao-cu-mgar'))].toSorted()).toEqual(['commune-checked', ...officer].toSorted())
  })

  it('has somebody for every role that can be posted', async () => {
    const accounts = await sampleAccounts(world.as())
    const held = await Promise.all(accounts.map(({ id }) => actorOf(world.as(), id)))
    const missing = roles.filter(
      (role) => !held.some(({ postings }) => postings.some((posting) => posting.role === role)),
    )
    // Producers are members of a producer, and districts ended on 1 July 2025.
    expect(missing).toEqual(['producer', 'district-officer'])
    expect(await count(sql`select count(distinct account_id)::int as count from producer.member`)).toBeGreaterThan(3)
  })

  it('has a session for tomorrow, one that is open with some ballots, and closed ones', async () => {
    const sessions = await rows(
      world,
      sql<{ state: string; ballots: number }>`
      select s.state, (select count(*)::int from evaluation.ballot b where b.session_id = s.id) as ballots from evaluation.session s`,
    )
    expect(sessions.filter(({ state }) => state === 'called')).toEqual([{ state: 'called', ballots: 0 }])
    expect(sessions.find(({ state }) => state === 'open')?.ballots).toBeGreaterThan(0)
    expect(sessions.filter(({ state }) => state === 'closed').length).toBeGreaterThan(3)
  })

  it('has one council that is milder than the others by several points', async () => {
    const ministry = {
      id: 'bo',
      name: 'Bộ',
      postings: [{ role: 'ministry-leader', unit: country, province: country }],
      producers: [],
    } as const
    const [mildest, next] = await strictness(world.as(ministry), '26-2026')
    expect(mildest?.councilName).toContain('Gia Lai')
    expect((mildest?.deviation ?? 0) - (next?.deviation ?? 0)).toBeGreaterThan(200)
  })

  it('has every fate of a certificate', async () => {
    const today = world.as().today
    const fates = await rows(
      world,
      sql<{ fate: string }>`
      select distinct case when r.end_kind is not null then r.end_kind when r.last_day < ${today}::date then 'expired' else 'valid' end as fate
      from recognition.pub_recognition r
      union select 'suspended' from recognition.pub_suspension where to_date is null
      union select 'renewing' from recognition.pub_renewal where settled_on is null
      union select 'awaiting' from recognition.pub_result_approved`,
    )
    expect(fates.map(({ fate }) => fate).toSorted()).toEqual([
      'awaiting',
      'expired',
      'renewing',
      'replaced',
      'revoked',
      'suspended',
      'valid',
    ])
    const texts = await rows(
      world,
      sql<{ text: string }>`select distinct text from recognition.decision where kind = 'recognise' order by 1`,
    )
    expect(texts.map(({ text }) => text)).toEqual(['1048-2019', '148-2023', '1489-2025', '26-2026'])
  })
})

describe('what is counted from it', () => {
  it.each(
    figures.flatMap((figure) =>
      figure.dimensions.filter((by) => !figure.overlapping.includes(by)).map((by) => [figure.id, by] as const),
    ),
  )('%s by %s adds up', async (id, by) => {
    const ctx = world.as()
    const figure = figures.find((one) => one.id === id)
    if (!figure) throw new Error(id)
    const { value, parts, remainder } = await figureAnswer(ctx, figure, {
      at: ctx.today,
      place: await placeByCode(ctx, undefined),
      by,
    })
    expect(value).toBeGreaterThan(0)
    expect(parts.reduce((sum, part) => sum + part.count, 0) + remainder).toBe(value)
    expect(remainder).toBe(0)
  })

  it('shows the published total that does not add up as not adding up', async () => {
    const [first] = await reconciled(world.as())
    expect(first?.held).toMatchObject({ addsUp: false, sumOfParts: 24, unexplained: 46 })
  })

  it('has no act and no paper of the future', async () => {
    const { now, today } = world.as()
    const late = await rows(
      world,
      sql<{ what: string }>`
      select 'entry ' || fact as what from audit.entry where at > ${now} union all
      select 'step' from dossier.step where at > ${now} union all
      select 'certificate' from recognition.certificate where issued_on > ${today}::date union all
      select 'decision' from recognition.decision where decided_on > ${today}::date union all
      select 'producer' from producer.producer where registered_at > ${now} or founded_on > ${today}::date or registration_on > ${today}::date union all
      select 'paper' from evidence.paper where issued_on > ${today}::date or added_at > ${now}`,
    )
    expect(late).toEqual([])
  })

  it('finds today’s commune of every product, also of those from communes that are no more', async () => {
    expect(await count(sql`select count(*)::int as count from catalogue.listing where commune_code is null`)).toBe(0)
    expect(
      await count(sql`
      select count(*)::int as count from product.product p
      where not exists (select 1 from territory.pub_commune_today t where t.code = p.commune_code and p.commune_on >= '2025-07-01')`),
    ).toBeGreaterThan(100)
  })
})
