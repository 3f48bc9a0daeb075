import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { civilDateOf } from '../kernel/civil-date.ts'
import { exitCodes, print } from '../platform/console.ts'
import type { WithContext } from '../platform/console.ts'
import { WordingFile, loadOfficialWording } from './actions.ts'
import { shownAssessment } from './api.ts'
import { assess } from './assess.ts'
import { lawCheck } from './check.ts'
import { rubricById, rubricsOf, textById, texts } from './law.ts'
import { AssessmentInput } from './model.ts'

interface Options {
  readonly json?: boolean
}

/** `ocop law …` and `ocop score`: the law as data, without a database unless wording is loaded. */
export function addRegimeCommands(program: Command, withContext: WithContext): void {
  const law = program.command('law').description('Văn bản và bộ tiêu chí')
  law
    .command('check')
    .description('Kiểm tra mọi bộ cộng đủ, ngưỡng hợp lý')
    .option('--json', 'in dạng JSON')
    .action(check)
  law.command('list').description('Các văn bản và tình trạng').option('--json', 'in dạng JSON').action(list)
  law
    .command('show <rubric>')
    .description('Một bộ tiêu chí, ví dụ 26-2026/13')
    .option('--json', 'in dạng JSON')
    .action(show)
  law
    .command('wording <file>')
    .description('Nạp nguyên văn nhãn tiêu chí từ tệp JSON')
    .action(async (file: string) => {
      const wording = WordingFile.parse(JSON.parse(await readFile(file, 'utf8')))
      await withContext((ctx) => loadOfficialWording(ctx, wording))
      print(false, null, [`Đã nạp ${wording.wordings.length} nhãn cho bộ ${wording.text}/${wording.rubric}.`])
    })
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

function list({ json = false }: Options): void {
  const today = civilDateOf(new Date().toISOString())
  const summary = texts.map(({ id, number, inForceFrom, inForceTo }) => ({
    id,
    number,
    inForceFrom,
    inForceTo,
    inForce: inForceFrom <= today && (inForceTo === null || today < inForceTo),
    rubrics: rubricsOf(id).length,
  }))
  print(
    json,
    summary,
    summary.map(
      (one) => `${one.inForce ? '●' : '○'} ${one.id}: ${one.number}, từ ${one.inForceFrom}, ${one.rubrics} bộ`,
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
  const input = AssessmentInput.parse(JSON.parse(await readFile(file, 'utf8')))
  const text = textById(input.text)
  const rubric = rubricById(`${input.text}/${input.rubric}`)
  const outcome = text && rubric ? assess(text, rubric, input.choices, input.disqualified) : undefined
  if (!outcome?.ok) {
    console.error(
      outcome
        ? `Không chấm được: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.facts ?? {})}`
        : 'Không có bộ tiêu chí này.',
    )
    process.exitCode = exitCodes.refused
    return
  }
  const shown = shownAssessment(outcome.value)
  print(json, shown, [`${shown.total} điểm, ${shown.stars} sao`])
}
