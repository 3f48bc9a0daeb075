import type { Caught } from '../platform/mail.ts'
import { Empty } from '../ui/empty.tsx'
import { Pager } from '../ui/pager.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Moment } from '../ui/time.tsx'
import type { Delivery, Notice } from './model.ts'
import { channelWords, stateWords } from './words.ts'

interface ToldProps {
  readonly notices: readonly Notice[]
  readonly total: number
  readonly page: number
  readonly size: number
  readonly demonstration: boolean
}

export function Told({ notices, total, page, size, demonstration }: ToldProps) {
  return (
    <div class="stack">
      <h1>Hệ thống đã báo</h1>
      <p>
        <a href={paths.notice.contacts()}>Chọn cách nhận thông báo</a>
        {demonstration ? (
          <>
            {' '}
            · Bản trình diễn không gửi gì ra ngoài:{' '}
            <a href={paths.notice.mailbox()}>đọc mọi thư và tin ở hộp thư mẫu</a>
          </>
        ) : null}
      </p>
      {notices.length === 0 ? (
        <Empty title="Chưa có thông báo nào" icon="bell">
          <p>Khi việc của bạn có bước mới, thông báo hiện ở đây và gửi tới nơi nhận bạn đã chọn.</p>
        </Empty>
      ) : (
        notices.map((notice) => <Item notice={notice} />)
      )}
      <Pager page={page} total={total} size={size} hrefOf={(trang) => paths.notice.told({ trang })} />
    </div>
  )
}

function Item({ notice: { subject, body, href, madeAt, producerName, deliveries } }: { notice: Notice }) {
  return (
    <Panel title={<a href={href}>{subject}</a>} note={<Moment at={madeAt} />}>
      {body.split('\n\n').map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      {producerName === null ? null : <p class="small">Báo cho {producerName}</p>}
      {deliveries.length === 0 ? (
        <p class="small muted">Chỉ hiện ở trang này: chưa có nơi nhận nào.</p>
      ) : (
        <ul class="small muted">
          {deliveries.map((delivery) => (
            <li>
              <State delivery={delivery} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function State({
  delivery: { channel, address, state, digest, attempts, nextTryAt, sentAt, reason },
}: {
  delivery: Delivery
}) {
  return (
    <>
      {channelWords[channel]} {address}: {digest && state === 'waiting' ? 'gom vào bản tin ngày' : stateWords[state]}
      {sentAt === null ? null : (
        <>
          {' '}
          lúc <Moment at={sentAt} />
        </>
      )}
      {state === 'waiting' ? (
        <>
          , gửi {attempts > 0 ? `lại (lần ${attempts + 1}) ` : ''}lúc <Moment at={nextTryAt} />
        </>
      ) : null}
      {reason === null || state === 'waiting' ? null : `: ${reason}`}
    </>
  )
}

export function Catcher({ messages }: { messages: readonly Caught[] }) {
  return (
    <div class="stack">
      <h1>Hộp thư mẫu</h1>
      <p class="lead">Bản trình diễn không gửi gì ra ngoài; mọi thư và tin nhắn đều nằm ở đây.</p>
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
                <p>
                  <WithLinks line={line} />
                </p>
              ))}
          </Panel>
        ))
      )}
    </div>
  )
}

/** A mail program makes the addresses in a message pressable; so does the box of samples, whatever port it moved to. */
function WithLinks({ line }: { line: string }) {
  return (
    <>
      {line
        .split(/(https?:\/\/\S+)/)
        .map((part) =>
          part.startsWith('http') && URL.canParse(part) ? (
            <a href={new URL(part).pathname + new URL(part).search}>{part}</a>
          ) : (
            part
          ),
        )}
    </>
  )
}
