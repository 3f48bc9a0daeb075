// Runs on whatever Node the machine has (20 or newer), before anything is installed: plain JavaScript, no packages.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const lock = join(root, 'package-lock.json')
// npm writes this file last, so a broken install is seen as no install.
const installed = join(root, 'node_modules', '.package-lock.json')

if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`OCOP cần Node 20 trở lên để cài đặt; máy này có ${process.version}.`)
  process.exit(1)
}

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Cài các gói cần thiết (npm ci, khoảng một phút, chỉ lần đầu hoặc khi danh sách gói đổi)…')
  const began = Date.now()
  const done = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
  if (done.status !== 0) {
    console.error('Cài đặt chưa xong. Hãy xem thông báo ở trên, rồi chạy lại lệnh.')
    process.exit(1)
  }
  console.log(`Đã cài xong trong ${Math.round((Date.now() - began) / 1000)} giây.`)
}
