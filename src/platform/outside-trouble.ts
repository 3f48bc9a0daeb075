/** What stops a command from outside the program, in words; the machine tells it in codes. Undefined: not of this kind. */
export function outsideTrouble(error: unknown): string | undefined {
  const { code = '', syscall, port, address, path, hostname } = error as Trouble
  if (syscall === 'listen') return listening[code]?.(String(port), String(address))
  if (syscall === 'mkdir') return `Không tạo được thư mục ${path} (${code}). Hãy chọn một thư mục ghi được.`
  if (syscall === 'getaddrinfo') return `Không tìm thấy máy “${hostname}”. Hãy xem lại HOST và DATABASE_URL.`
  if (syscall === 'connect')
    return `Không nối được tới ${address ?? path}${port === undefined ? '' : `:${port}`} (${code}). Hãy xem lại DATABASE_URL và máy chủ ấy.`
  if (path !== undefined && code in files) return `${files[code]} ${path}.`
  if (code === 'ENOSPC') return 'Ổ đĩa đã đầy. Hãy dọn chỗ rồi chạy lại.'
  return undefined
}

interface Trouble {
  readonly code?: string
  readonly syscall?: string
  readonly port?: number
  readonly address?: string
  readonly path?: string
  readonly hostname?: string
}

const listening: Readonly<Record<string, (port: string, address: string) => string>> = {
  EADDRINUSE: (port) =>
    `PORT: cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình ấy, hoặc chọn cổng khác, ví dụ PORT=3001 npm start.`,
  EACCES: (port) => `PORT: không được phép mở cổng ${port}; cổng dưới 1024 cần quyền riêng. Hãy chọn cổng lớn hơn.`,
  EADDRNOTAVAIL: (_, address) => `HOST: máy này không có địa chỉ ${address}.`,
}

const files: Readonly<Record<string, string>> = {
  ENOENT: 'Không có tệp hay thư mục',
  EACCES: 'Không được phép mở',
  EISDIR: 'Đây là một thư mục, không phải tệp:',
}

/** The command names a file that is not there: it was not called properly. */
export function isMissingFile(error: unknown): boolean {
  const { code, path, syscall } = error as Trouble
  return code === 'ENOENT' && path !== undefined && syscall !== 'spawn' && syscall !== 'connect'
}
