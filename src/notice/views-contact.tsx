import type { ChannelName } from '../platform/channel.ts'
import { Check, Select } from '../ui/choice.tsx'
import { Field } from '../ui/field.tsx'
import { Form, Hidden, LinkButton, PostButton, Submit } from '../ui/form.tsx'
import { Panel } from '../ui/panel.tsx'
import { paths } from '../ui/paths.ts'
import { Status } from '../ui/status.tsx'
import { Moment } from '../ui/time.tsx'
import type { Trouble } from '../ui/trouble.ts'
import type { WaysToReach } from './actions-contact.ts'
import type { Contact, Owner, Wish } from './model.ts'
import { channelWords } from './words.ts'

/** In addresses a reader is the producer's id; without one it is the person. */
export const readerQuery = (reader: Owner) => ('producer' in reader ? { 'chu-the': reader.producer } : {})

interface ContactsProps {
  readonly ways: readonly WaysToReach[]
  readonly offered: readonly ChannelName[]
}

export function Contacts({ ways, offered }: ContactsProps) {
  return (
    <div class="stack">
      <h1>Cách nhận thông báo</h1>
      <p class="lead">
        Mọi thông báo luôn có ở <a href={paths.notice.told()}>trang Thông báo</a>. Ngoài ra, hệ thống gửi tới nơi bạn
        cho phép ở đây; lúc nào cũng ngừng được.
      </p>
      {ways.map((way) => (
        <Panel title={way.name} note={'producer' in way.reader ? 'chủ thể' : 'riêng bạn'}>
          <ul class="stack">
            {offered.map((channel) => (
              <li>
                <Way way={way} channel={channel} />
              </li>
            ))}
          </ul>
          <p>
            {quietWords(way.wish)} {way.wish.digest ? 'Thư thường gom thành một bản tin mỗi sáng. ' : ''}
            <a href={paths.notice.wish(readerQuery(way.reader))}>Đổi giờ nhận</a>
          </p>
        </Panel>
      ))}
    </div>
  )
}

const quietWords = ({ quiet: { from, to } }: Wish) =>
  from === to ? 'Tin nhắn gửi bất cứ giờ nào.' : `Không nhắn tin từ ${from} giờ đến ${to} giờ.`

function Way({ way, channel }: { way: WaysToReach; channel: ChannelName }) {
  const contact = way.contacts.find((one) => one.channel === channel)
  const registered = channel === 'email' ? way.registered : undefined
  const add = paths.notice.addContact({ ...readerQuery(way.reader), kenh: channel })
  return (
    <div class="stack tight">
      <strong>{channelWords[channel]}</strong>
      {contact ? <Given contact={contact} /> : null}
      {registered === undefined ? null : (
        <>
          <p>
            {registered} (địa chỉ trong {'producer' in way.reader ? 'sổ chủ thể' : 'tài khoản'})
          </p>
          <PostButton
            kind="quiet"
            action={paths.notice.stopRegistered()}
            hidden={'producer' in way.reader ? { producer: way.reader.producer } : {}}
          >
            Ngừng nhận thư
          </PostButton>
        </>
      )}
      <p>
        <a href={add}>{contact || registered ? 'Đổi nơi nhận' : 'Thêm nơi nhận'}</a>
      </p>
    </div>
  )
}

function Given({ contact: { id, address, verifiedAt, withdrawnAt } }: { contact: Contact }) {
  return (
    <p>
      {address}{' '}
      {withdrawnAt !== null ? (
        <>
          <Status state="suspended">Đã ngừng nhận</Status> từ <Moment at={withdrawnAt} />
        </>
      ) : verifiedAt !== null ? (
        <Status state="valid">Đang nhận</Status>
      ) : (
        <Status state="waiting">Chưa xác nhận</Status>
      )}{' '}
      · <a href={paths.notice.contact(id)}>{withdrawnAt === null && verifiedAt === null ? 'Ghi mã xác nhận' : 'Xem'}</a>
    </p>
  )
}

interface AddProps {
  readonly channel: ChannelName
  readonly way: WaysToReach
  readonly trouble: Trouble | undefined
}

export function AddContact({ channel, way: { reader, name }, trouble }: AddProps) {
  const isEmail = channel === 'email'
  return (
    <div class="stack">
      <h1>Nhận thông báo: {channelWords[channel].toLowerCase()}</h1>
      <p>
        Cho {name}. Hệ thống gửi một mã tới nơi này; ghi mã là bạn đồng ý nhận. Nơi nhận chỉ dùng để báo việc của chương
        trình OCOP và không hiện cho ai khác.
      </p>
      <Form action={paths.notice.addContact({ ...readerQuery(reader), kenh: channel })} trouble={trouble} panel>
        <Hidden name="channel" value={channel} />
        {isEmail ? (
          <Field name="email" label="Thư điện tử" kind="email" trouble={trouble} />
        ) : (
          <Field name="phone" label="Số điện thoại" kind="tel" trouble={trouble} />
        )}
        <Submit>Gửi mã xác nhận</Submit>
      </Form>
      <p>
        <a href={paths.notice.contacts()}>Quay lại</a>
      </p>
    </div>
  )
}

export function ContactView({ contact, trouble }: { contact: Contact; trouble: Trouble | undefined }) {
  const { id, channel, address, verifiedAt, withdrawnAt } = contact
  const receives = verifiedAt !== null && withdrawnAt === null
  return (
    <div class="stack">
      <h1>
        {channelWords[channel]} {address}
      </h1>
      {receives ? (
        <>
          <p>
            Đang nhận thông báo, xác nhận lúc <Moment at={verifiedAt} />.
          </p>
          <PostButton kind="danger" action={paths.notice.withdraw(id)}>
            Ngừng nhận ở đây
          </PostButton>
        </>
      ) : (
        <>
          <p>
            {withdrawnAt === null
              ? 'Hãy ghi mã 6 chữ số vừa gửi tới đây.'
              : 'Đã ngừng nhận. Muốn nhận lại, hãy lấy mã mới.'}
          </p>
          <Form action={paths.notice.contact(id)} trouble={trouble} panel>
            <Field name="code" label="Mã xác nhận" kind="count" trouble={trouble} />
            <Submit>Xác nhận nơi nhận</Submit>
          </Form>
          <PostButton kind="quiet" action={paths.notice.code(id)}>
            Gửi lại mã
          </PostButton>
        </>
      )}
      <p>
        <a href={paths.notice.contacts()}>Quay lại cách nhận thông báo</a>
      </p>
    </div>
  )
}

const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour} giờ` }))

export function WishView({ way: { reader, name, wish }, trouble }: { way: WaysToReach; trouble: Trouble | undefined }) {
  return (
    <div class="stack">
      <h1>Giờ nhận thông báo</h1>
      <p>
        Cho {name}. Trong giờ yên tĩnh không nhắn tin tới điện thoại; tin chờ tới hết giờ đó. Hai giờ bằng nhau nghĩa là
        lúc nào cũng nhắn được.
      </p>
      <Form action={paths.notice.wish(readerQuery(reader))} trouble={trouble} panel>
        <Select
          name="quietFrom"
          label="Yên tĩnh từ"
          options={hours}
          value={String(wish.quiet.from)}
          trouble={trouble}
        />
        <Select name="quietTo" label="Đến" options={hours} value={String(wish.quiet.to)} trouble={trouble} />
        <Check
          name="digest"
          label="Gom thư thường thành một bản tin mỗi sáng"
          hint="Việc có hạn của pháp luật vẫn gửi ngay."
          checked={wish.digest}
          trouble={trouble}
        />
        <Submit>Lưu giờ nhận</Submit>
      </Form>
      <p>
        <a href={paths.notice.contacts()}>Quay lại</a>
      </p>
    </div>
  )
}

/** Opened from a link in a message, without an account; pressing the button is what counts, for mail scanners open links. */
export function StopView({
  token,
  contact: { channel, guest, withdrawnAt },
}: {
  token: string
  contact: Contact & { readonly guest: string | null }
}) {
  return (
    <div class="stack">
      <h1>Ngừng nhận thông báo</h1>
      {withdrawnAt === null ? (
        <>
          <p>
            Hệ thống sẽ không gửi thông báo OCOP qua {channelWords[channel].toLowerCase()} tới nơi này nữa.
            {guest === null ? ' Các thông báo vẫn có trên trang của bạn.' : ''}
          </p>
          <PostButton action={paths.notice.stop(token)}>Ngừng nhận</PostButton>
        </>
      ) : (
        <p>
          Đã ngừng từ <Moment at={withdrawnAt} />.
          {guest === null ? ' Muốn nhận lại, hãy đăng nhập và chọn nơi nhận.' : ''}
        </p>
      )}
      {guest === null ? (
        <LinkButton href={paths.notice.contacts()} kind="secondary">
          Cách nhận thông báo
        </LinkButton>
      ) : null}
    </div>
  )
}
