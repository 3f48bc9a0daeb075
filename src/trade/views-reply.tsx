import { Radios } from '../ui/choice.tsx'
import { Form, Submit } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import type { Trouble } from '../ui/trouble.ts'
import type { ShownConnection } from './model-connection.ts'
import { questionWords } from './words-message.ts'

interface ReplyProps {
  readonly secret: string
  readonly connection: ShownConnection | undefined
  readonly trouble?: Trouble | undefined
}

/** The page behind the link of a mail: one question, two answers, no account. */
export function ReplyView({ secret, connection, trouble }: ReplyProps) {
  if (connection === undefined) {
    return (
      <div class="stack">
        <h1>Câu hỏi đã có trả lời</h1>
        <p>Liên kết này chỉ dùng một lần, cho một câu hỏi. Hãy đăng nhập để xem kết nối đang ở bước nào.</p>
        <p>
          <a href={paths.trade.mine()}>Xem các kết nối</a>
        </p>
      </div>
    )
  }
  const { said, goods, one, two } = questionWords(connection)
  return (
    <div class="stack">
      <h1>{said}</h1>
      <p class="lead">{goods} mỗi đơn vị.</p>
      <Form action={paths.trade.reply(secret)} trouble={trouble} panel>
        <Radios
          name="digit"
          label="Trả lời"
          options={[
            { value: '1', label: `1: ${one}` },
            { value: '2', label: `2: ${two}` },
          ]}
          trouble={trouble}
        />
        <div class="row">
          <Submit icon="send">Gửi trả lời</Submit>
        </div>
      </Form>
    </div>
  )
}
