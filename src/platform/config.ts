import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((text) => text === '1')

/** The environment of contract.md; whatever is not named here does not exist. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  OCOP_DEMO: flag.optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
})

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  readonly publicUrl: string
  /** Absent: the embedded PostgreSQL is started. */
  readonly databaseUrl: string | undefined
  readonly demonstration: boolean
  readonly logLevel: string
  /** Absent: messages go to the catcher page. */
  readonly smtpUrl: string | undefined
}

const prefixes = ['OCOP_', 'S3_', 'SMTP_', 'OIDC_', 'DATABASE_']

/** Every fault of the environment at once, one sentence each, or the configuration. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(withoutEmpty(environment))
  const unknown = Object.keys(environment).filter(
    (name) => prefixes.some((prefix) => name.startsWith(prefix)) && !(name in Environment.shape),
  )
  const faults = [
    ...(parsed.success
      ? []
      : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${sentenceOf(String(issue.path[0]))}`)),
    ...unknown.map((name) => `${name}: biến môi trường này không có trong hệ thống; hãy bỏ đi hoặc sửa tên`),
  ]
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults)
  const { data } = parsed
  return {
    port: data.PORT,
    host: data.HOST,
    dataDirectory: data.DATA_DIR,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    databaseUrl: data.DATABASE_URL,
    demonstration: data.OCOP_DEMO ?? data.DATABASE_URL === undefined,
    logLevel: data.LOG_LEVEL,
    smtpUrl: data.SMTP_URL,
  }
}

export class ConfigFault extends Error {
  constructor(faults: readonly string[]) {
    super(`Cấu hình chưa đúng:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`)
    this.name = 'ConfigFault'
  }
}

function withoutEmpty(environment: NodeJS.ProcessEnv) {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
}

const sentences: Record<string, string> = {
  PORT: 'phải là một số từ 0 đến 65535, ví dụ 3000',
  PUBLIC_URL: 'phải là một địa chỉ web đầy đủ, ví dụ https://ocop.tinh.gov.vn',
  DATABASE_URL: 'phải có dạng postgresql://tài-khoản:mật-khẩu@máy:5432/tên-cơ-sở-dữ-liệu',
  OCOP_DEMO: 'chỉ nhận 1 (có dữ liệu mẫu) hoặc 0 (bắt đầu trống)',
  LOG_LEVEL: 'chỉ nhận trace, debug, info, warn, error, fatal hoặc silent',
  SMTP_URL: 'phải có dạng smtp://máy-chủ:587',
}

function sentenceOf(name: string): string {
  return sentences[name] ?? 'giá trị không hợp lệ'
}
