// npm runs this when it has installed: plain JavaScript, no packages, and no reason for an installation to fail.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const own = join(root, 'node_modules', '.bin', 'node')
const { status } = spawnSync(
  existsSync(own) ? own : process.execPath,
  [
    '--disable-warning=ExperimentalWarning',
    '--import',
    join(root, 'src/platform/tsx-loader.ts'),
    join(root, 'src/tend.ts'),
    'prepare',
  ],
  { cwd: root, stdio: 'inherit' },
)
if (status !== 0) console.log('Chưa chuẩn bị sẵn được: lần khởi động đầu sẽ lâu hơn vài giây.')
