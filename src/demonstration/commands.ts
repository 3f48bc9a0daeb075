import type { Command } from 'commander'
import { sampleAccounts } from '../identity/actions-account.ts'
import { print } from '../platform/console.ts'
import type { WithContext } from '../platform/console.ts'
import { addSampleProgramme } from './programme.ts'

/**
 * `ocop demo …`. There is no way to take sample data out again: the book forgets nothing, so a real system starts
 * empty (OCOP_DEMO=0) instead of being cleaned.
 */
export function addDemonstrationCommands(program: Command, withContext: WithContext): void {
  const demo = program.command('demo').description('Dữ liệu mẫu của bản trình diễn')
  demo
    .command('load')
    .description('Dựng dữ liệu mẫu; đã có thì không làm gì')
    .option('--json', 'in kết quả dạng JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const loaded = await withContext(async (ctx) => {
        const before = (await sampleAccounts(ctx)).length
        await addSampleProgramme({ ...ctx, reactsTo: new Set() }, json ? () => undefined : console.log)
        return before === 0
      })
      print(json, { loaded }, [loaded ? 'Đã dựng dữ liệu mẫu.' : 'Dữ liệu mẫu đã có sẵn, không làm gì thêm.'])
    })
  demo
    .command('status')
    .description('Có dữ liệu mẫu hay không, và các tài khoản mẫu')
    .option('--json', 'in kết quả dạng JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const accounts = await withContext((ctx) => sampleAccounts(ctx))
      print(json, { accounts }, [
        accounts.length === 0 ? 'Không có dữ liệu mẫu.' : `Có dữ liệu mẫu với ${accounts.length} tài khoản.`,
        ...accounts.map(({ signInName, name }) => `  ${signInName}: ${name}`),
      ])
    })
}
