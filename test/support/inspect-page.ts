import axe from 'axe-core'
import type { Result, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const asked: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
}

/** What a machine can see wrong with the page that is open: its shape on a desk and on a phone, and axe on the phone. */
export async function inspect(page: Page): Promise<readonly string[]> {
  await page.setViewportSize({ width: 1280, height: 800 })
  const found = await page.evaluate(shapeFaults)
  await page.setViewportSize({ width: 360, height: 800 })
  found.push(...(await page.evaluate(shapeFaults)))
  // Without the packer for Playwright, which prepares for frames that no page has: 0.37 s a page instead of 0.69 s.
  await page.evaluate(axe.source)
  const violations = await page.evaluate(runAxe, asked)
  for (const { id, impact, nodes } of violations) {
    if (impact !== 'minor') found.push(`${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  }
  return [...new Set(found)]
}

/** Runs in the page, where the source of axe has just been read. */
async function runAxe(options: RunOptions): Promise<readonly Result[]> {
  const { axe: there } = globalThis as unknown as { axe: typeof axe }
  return (await there.run(document, options)).violations
}

/** Runs in the page: what axe does not ask. */
function shapeFaults(): string[] {
  const found: string[] = []
  const root = document.documentElement
  const say = (wrong: boolean, what: string) => void (wrong && found.push(what))
  say(root.lang !== 'vi', `lang is "${root.lang}"`)
  say(document.title.trim() === '', 'no title')
  say(document.querySelectorAll('h1').length !== 1, `${document.querySelectorAll('h1').length} h1`)
  say(root.scrollWidth > innerWidth, `${innerWidth}: ${root.scrollWidth - innerWidth} px wider than the window`)
  // What a program wrote for programs: nothing of it belongs before people.
  const raw = /\b(?:undefined|null|NaN)\b|\[object |\b\d{4}-\d\d-\d\d\b|\b[a-z]+\/[a-z]+(?:-[a-z]+)+\b/
  const text = document.querySelector('main')?.innerText ?? ''
  const shown = raw.exec(text)
  if (shown)
    found.push(`raw words: ${text.slice(Math.max(0, shown.index - 40), shown.index + 40).replaceAll('\n', ' ')}`)
  return found
}
