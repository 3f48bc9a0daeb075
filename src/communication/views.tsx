import type { Caught } from '../platform/mail.ts'
import { Empty } from '../ui/empty.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Moment } from '../ui/time.tsx'
import type { Notice } from './model.ts'

export function Told({ notices, demonstration }: { notices: readonly Notice[]; demonstration: boolean }) {
  return (
    <div class="stack">
      <h1>Hệ thống đã báo</h1>
      {demonstration ? (
        <p>
          Bản trình diễn không gửi thư ra ngoài: <a href={paths.communication.mailbox()}>đọc mọi thư ở hộp thư mẫu</a>.
        </p>
      ) : null}
      {notices.length === 0 ? (
        <Empty title="Chưa có thông báo nào" icon="bell">
          <p>Khi hồ sơ có bước mới, thông báo hiện ở đây và gửi tới thư điện tử của chủ thể.</p>
        </Empty>
      ) : (
        notices.map(({ subject, body, href, madeAt, recipient, sentAt }) => (
          <Panel title={<a href={href}>{subject}</a>} note={<Moment at={madeAt} />}>
            <p>{body}</p>
            <p class="small muted">
              {recipient === null ? (
                'Không gửi thư: chủ thể chưa có địa chỉ thư điện tử.'
              ) : sentAt === null ? (
                'Thư đang chờ gửi.'
              ) : (
                <>
                  Đã gửi thư lúc <Moment at={sentAt} />.
                </>
              )}
            </p>
          </Panel>
        ))
      )}
    </div>
  )
}

export function Catcher({ messages }: { messages: readonly Caught[] }) {
  return (
    <div class="stack">
      <h1>Hộp thư mẫu</h1>
      <p class="lead">Bản trình diễn không gửi thư ra ngoài; mọi thư đều nằm ở đây.</p>
      {messages.length === 0 ? (
        <Empty title="Chưa có thư nào" icon="mail">
          <p>Hãy nộp hoặc trả lại một hồ sơ, thư sẽ đến sau ít giây.</p>
        </Empty>
      ) : (
        messages.map(({ to, subject, text, at }) => (
          <Panel title={subject} note={<Moment at={at} />}>
            <p class="small muted">Gửi tới {to}</p>
            {text
              .split('\n')
              .filter(Boolean)
              .map((line) => (
                <p>{line}</p>
              ))}
          </Panel>
        ))
      )}
    </div>
  )
}
