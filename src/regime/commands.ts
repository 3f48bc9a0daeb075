import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { civilDateOf } from '../kernel/civil-date.ts'
import { orRefuse } from '../kernel/refusal.ts'
import type { Refusal } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import { exitCodes, print } from '../platform/console.ts'
import type { WithContext } from '../platform/console.ts'
import { loadOfficialWording } from './actions.ts'
import { shownAssessment } from './api.ts'
import { assess } from './assess.ts'
import { lawCheck } from './check.ts'
import { rubricById, rubricsOf, textById, textForNew, texts } from './law.ts'
import { AssessmentInput } from './model.ts'
import { readWordings } from './wording-file.ts'
import { refusals } from './words.ts'

interface Options {
  readonly json?: boolean
  readonly on?: string
}

/** `ocop law …` and `ocop score`: the law as data, without a database unless wording is loaded. */
export function addRegimeCommands(program: Command, withContext: WithContext): void {
  const law = program.command('law').description('Văn bản và bộ tiêu chí')
  law
    .command('check')
    .description('Kiểm tra mọi bộ cộng đủ, ngưỡng hợp lý')
    .option('--json', 'in dạng JSON')
    .action(check)
  law
    .command('list')
    .description('Các văn bản và tình trạng vào một ngày')
    .option('--on <date>', 'ngày YYYY-MM-DD, mặc định hôm nay')
    .option('--json', 'in dạng JSON')
    .action(list)
  law
    .command('show <rubric>')
    .description('Một bộ tiêu chí, ví dụ 26-2026/13')
    .option('--json', 'in dạng JSON')
    .action(show)
  law
    .command('wording <file>')
    .description('Nạp nguyên văn nhãn tiêu chí từ tệp JSON hoặc CSV (text, rubric, criterion, option, label)')
    .requiredOption('--source <source>', 'nguồn của nguyên văn, ví dụ bản PDF ký số trên cổng Chính phủ')
    .action((file: string, { source }: { source: string }) => loadWordings(file, source, withContext))
  program
    .command('score <file>')
    .description('Chấm một phiếu JSON, cùng kết quả với POST /api/v1/assessments')
    .option('--json', 'in dạng JSON')
    .action(score)
}

function check({ json = false }: Options): void {
  const findings = lawCheck()
  const faults = findings.filter(({ severity }) => severity === 'fault')
  print(json, { faults: faults.length, findings }, [
    ...findings.map(({ where, severity, what }) => `${severity === 'fault' ? '✗' : '·'} ${where}: ${what}`),
    faults.length === 0 ? 'Mọi bộ dùng để chấm đều cộng đủ và hợp lý.' : `${faults.length} lỗi.`,
  ])
  process.exitCode = faults.length === 0 ? exitCodes.ok : exitCodes.refused
}

async function loadWordings(file: string, source: string, withContext: WithContext): Promise<void> {
  const sets = orRefuse(readWordings(await readFile(file, 'utf8'), source))
  await withContext((ctx) =>
    atomically(ctx, async (tx) => {
      for (const one of sets) await loadOfficialWording(tx, one)
    }),
  )
  print(
    false,
    null,
    sets.map(({ text, rubric, wordings }) => `Đã nạp ${wordings.length} nhãn cho bộ ${text}/${rubric}.`),
  )
}

function list({ json = false, on = civilDateOf(new Date().toISOString()) }: Options): void {
  const forNew = textForNew(on)
  const summary = texts.map(({ id, number, inForceFrom, inForceTo }) => ({
    id,
    number,
    inForceFrom,
    inForceTo,
    inForce: inForceFrom <= on && (inForceTo === null || on < inForceTo),
    forNewDossiers: id === forNew?.id,
    rubrics: rubricsOf(id).length,
  }))
  print(
    json,
    summary,
    summary.map(
      (one) =>
        `${one.inForce ? '●' : '○'} ${one.id}: ${one.number}, từ ${one.inForceFrom}, ${one.rubrics} bộ${one.forNewDossiers ? ', áp dụng cho hồ sơ mới' : ''}`,
    ),
  )
}

function show(id: string, { json = false }: Options): void {
  const rubric = rubricById(id)
  if (!rubric) {
    console.error(`Không có bộ tiêu chí ${id}. Ví dụ: ocop law show 26-2026/13`)
    process.exitCode = exitCodes.usage
    return
  }
  print(json, rubric, [
    `Bộ ${rubric.number}. ${rubric.name} (${rubric.text}), tổng ${rubric.total}`,
    ...rubric.criteria.flatMap(({ code, name, options }) => [
      `${code} ${name}`,
      ...options.map(
        ({ position, points, label, minimumFor }) =>
          `   ${position}) ${points} điểm${minimumFor ? ` [${minimumFor} sao]` : ''}: ${label}`,
      ),
    ]),
  ])
}

async function score(file: string, { json = false }: Options): Promise<void> {
  const filled = await jsonIn(file)
  const input = AssessmentInput.safeParse(filled)
  if (filled === undefined || !input.success) {
    const issues = input.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
    fail(
      filled === undefined ? `Không đọc được tệp JSON ${file}.` : `Phiếu chưa đúng. ${issues.join('; ')}`,
      exitCodes.usage,
    )
    return
  }
  const { text, rubric: number, choices, disqualified } = input.data
  const law = textById(text)
  const rubric = rubricById(`${text}/${number}`)
  if (!law || !rubric) {
    fail(say({ code: 'regime/no-such-rubric' }), exitCodes.refused)
    return
  }
  const outcome = assess(law, rubric, choices, disqualified)
  if (!outcome.ok) {
    fail(say(outcome.refusal), exitCodes.refused)
    return
  }
  const shown = shownAssessment(outcome.value)
  print(json, shown, [`${shown.total} điểm, ${shown.stars} sao`])
}

async function jsonIn(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as unknown
  } catch {
    return undefined
  }
}

function say({ code, facts = {} }: Refusal<keyof typeof refusals>): string {
  const sentence = refusals[code]
  return typeof sentence === 'string' ? sentence : sentence(facts)
}

function fail(sentence: string, exitCode: number): void {
  console.error(sentence)
  process.exitCode = exitCode
}
