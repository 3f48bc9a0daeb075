import type { Command } from 'commander'
import { roles } from '../kernel/actor.ts'
import type { Role } from '../kernel/actor.ts'
import { Refused } from '../kernel/refusal.ts'
import { atomically } from '../platform/atomically.ts'
import { exitCodes, print } from '../platform/console.ts'
import type { WithContext } from '../platform/console.ts'
import type { Context } from '../platform/context.ts'
import { roleNames } from './access.ts'
import { openForSomebody } from './actions-account.ts'
import { grantPosting } from './actions.ts'
import { AccountInput } from './model.ts'
import { refusals } from './words.ts'

interface Given {
  readonly name: string
  readonly email?: string
  readonly role?: string
  readonly unit?: string
  readonly json?: boolean
}

/** The first people of a new installation: nobody is there yet who could open their accounts. */
export function addIdentityCommands(program: Command, withContext: WithContext): void {
  program
    .command('account')
    .description('Tài khoản')
    .command('create <tên-đăng-nhập>')
    .description('Mở tài khoản với mật khẩu dùng một lần; có thể giao luôn một vai trò')
    .requiredOption('--name <họ-và-tên>', 'họ và tên')
    .option('--email <thư>', 'thư điện tử')
    .option('--role <vai-trò>', `một trong: ${roles.join(', ')}`)
    .option('--unit <mã>', 'mã đơn vị hôm nay: VN, 2 chữ số (tỉnh) hoặc 5 chữ số (xã)')
    .option('--json', 'in kết quả dạng JSON')
    .action(async (signInName: string, given: Given) => {
      try {
        const { firstPassword, accountId } = await withContext((ctx) => create(ctx, signInName, given))
        const name = signInName.toLowerCase()
        print(given.json ?? false, { accountId, signInName: name, firstPassword }, [
          `Đã mở tài khoản ${name}${given.role === undefined ? '' : ` (${roleNames[given.role as Role]})`}.`,
          `Mật khẩu dùng một lần, có giá trị 7 ngày: ${firstPassword}`,
        ])
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        for (const { code } of error.refusals) console.error(sentenceOf(code))
        process.exitCode = exitCodes.refused
      }
    })
}

/** Account and posting together or not at all. */
function create(ctx: Context, signInName: string, { name, email, role, unit }: Given) {
  const parsed = AccountInput.safeParse({ signInName, name, email })
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ message }) => message).join('\n'))
  if ((role === undefined) !== (unit === undefined)) throw new Error('--role và --unit phải đi cùng nhau.')
  return atomically(ctx, async (tx) => {
    const opened = await openForSomebody(tx, parsed.data)
    if (role !== undefined && unit !== undefined) {
      if (!roles.includes(role as Role)) throw new Error(`Không có vai trò ${role}. Các vai trò: ${roles.join(', ')}`)
      await grantPosting(tx, { accountId: opened.accountId, role: role as Role, unit, from: tx.today })
    }
    return opened
  })
}

function sentenceOf(code: string): string {
  const sentence = refusals[code as keyof typeof refusals]
  return typeof sentence === 'string' ? sentence : code
}
