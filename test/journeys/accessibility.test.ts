// What a machine can see wrong where nothing is entered yet: the pages that anybody opens and every role's first page.
import type { Page } from 'playwright-core'
import { expect, it, vi } from 'vitest'
import { paths } from '../../src/ui/paths.ts'
import { useSite } from '../support/browser.ts'
import type { Person } from '../support/browser.ts'
import { inspect } from '../support/inspect-page.ts'
import { useWorld } from '../support/world.ts'

vi.setConfig({ testTimeout: 600_000 })

const site = useSite(useWorld())

const people: readonly Person[] = [
  'chu-the',
  'tham-muu-xa',
  'lanh-dao-xa',
  'tham-muu-tinh',
  'lanh-dao-tinh',
  'to-tu-van',
  'thu-ky-hd',
]

it('finds nothing on the public pages', async () => {
  const page = await site.sit(undefined, { script: true, width: 360 })
  const found: Record<string, readonly string[]> = {}
  for (const path of [
    '/',
    paths.catalogue.list(),
    paths.recognition.verify(),
    paths.identity.signIn(),
    paths.statistics.list(),
    paths.regime.selfAssessRubric('26-2026', '13'),
    paths.api(),
  ])
    found[path] = await faultsOf(page, path)
  expect(faulty(found)).toEqual({})
})

it("finds nothing on every role's first page", async () => {
  const found: Record<string, readonly string[]> = {}
  for (const person of people) found[person] = await faultsOf(await site.sit(person, { script: true }), paths.desk())
  expect(faulty(found)).toEqual({})
})

async function faultsOf(page: Page, path: string): Promise<readonly string[]> {
  await page.goto(path)
  return inspect(page)
}

function faulty(found: Readonly<Record<string, readonly string[]>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(found).filter(([, faults]) => faults.length > 0))
}
