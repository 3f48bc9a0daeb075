import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { exitCodes, print } from '../platform/console.ts'
import { bundleFindings, bundleFormat } from './bundle.ts'
import type { BundleFinding, SealedBundle } from './bundle.ts'

// Only what tells a bundle from another file: its parts were written by this programme, and the seal covers them all.
const Outline = z.object({
  seal: z.string(),
  bundle: z.object({
    format: z.literal(bundleFormat),
    session: z.looseObject({ id: z.string(), text: z.string() }),
    council: z.looseObject({ seats: z.array(z.looseObject({ accountId: z.string() })) }),
    regulation: z.looseObject({ spreadPoints: z.number() }),
    present: z.array(z.string()),
    agenda: z.array(z.looseObject({ dossierId: z.string(), recused: z.array(z.string()) })),
    rubrics: z.array(z.object({ id: z.string(), hash: z.string() })),
    results: z.array(z.looseObject({ dossierId: z.string(), sheet: z.looseObject({ product: z.string() }) })),
    minutes: z.object({ content: z.unknown(), hash: z.string() }),
  }),
})

/** `ocop session verify BUNDLE`: recomputes a council session from its sealed bundle, with no database. */
export function addEvaluationCommands(program: Command): void {
  program
    .command('session')
    .description('Phiên chấm')
    .command('verify <tệp>')
    .description('Tính lại kết quả phiên chấm từ gói niêm phong, không cần cơ sở dữ liệu')
    .option('--seal <mã>', 'mã niêm phong đọc được ở sổ ghi, dòng evaluation.closed')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (file: string, { seal, json = false }: { seal?: string; json?: boolean }) => {
      const sealed = await readBundle(file)
      if (sealed === undefined) {
        process.stderr.write('Tệp này không phải gói niêm phong của phiên chấm.\n')
        process.exitCode = exitCodes.usage
        return
      }
      const findings = [...bundleFindings(sealed), ...otherSeal(sealed, seal)]
      print(json, { session: sealed.bundle.session.id, seal: sealed.seal, findings }, linesOf(sealed, findings))
      if (findings.length > 0) process.exitCode = exitCodes.refused
    })
}

async function readBundle(file: string): Promise<SealedBundle | undefined> {
  const text = await readFile(file, 'utf8')
  try {
    const given: unknown = JSON.parse(text)
    return Outline.safeParse(given).success ? (given as SealedBundle) : undefined
  } catch {
    return undefined
  }
}

function otherSeal({ seal }: SealedBundle, known: string | undefined): readonly BundleFinding[] {
  if (known === undefined || known === seal) return []
  return [{ where: 'gói', what: 'mã niêm phong trong sổ ghi', said: seal, found: known }]
}

function linesOf({ bundle, seal }: SealedBundle, findings: readonly BundleFinding[]): string[] {
  const head = `${bundle.council.name}, phiên ngày ${bundle.session.meetsOn}: ${bundle.results.length} kết quả, niêm phong ${seal}`
  if (findings.length === 0) return [head, 'Tính lại từ các mức đã chọn: mọi kết quả đều đúng như gói ghi.']
  return [
    head,
    'KHÔNG khớp:',
    ...findings.map(({ where, what, said, found }) => `  - ${where}, ${what}: gói ghi ${said}, tính lại được ${found}`),
  ]
}
