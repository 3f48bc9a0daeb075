import { LinkButton } from '../ui/form.tsx'
import { paths } from '../ui/paths.ts'
import { Verdict } from '../ui/verdict.tsx'

/** The code itself is wrong: a slip or a scan that missed a digit, said before anything else. */
export function OddLabel({ code, sentence }: { code: string; sentence: string }) {
  return (
    <Verdict state="unknown" level={1} answer={`Mã ${code} không đúng`} detail={sentence}>
      <p>Hãy quét lại ở chỗ sáng, giữ thẳng máy, hoặc gõ dãy số in dưới vạch.</p>
      <LinkButton href={paths.recognition.verify()} wide>
        Gõ mã để kiểm tra
      </LinkButton>
    </Verdict>
  )
}

/** A sound code that nobody here carries, and what a shopper can do about it. */
export function UnknownLabel({ code }: { code: string }) {
  return (
    <Verdict
      state="unknown"
      level={1}
      answer={`Không có sản phẩm OCOP nào mang mã ${code}`}
      detail="Mã viết đúng, nhưng không chủ thể nào trong hệ thống đã khai mã này."
    >
      <ol class="stack tight">
        <li>So lại từng chữ số với mã in trên gói.</li>
        <li>Tìm sản phẩm theo tên hoặc tên chủ thể in trên nhãn.</li>
        <li>
          Gói có in sao OCOP: hỏi nơi bán số giấy chứng nhận rồi kiểm tra số đó. Đừng tin dấu sao chỉ vì mã quét được.
        </li>
      </ol>
      <LinkButton href={paths.recognition.verify()} wide>
        Kiểm tra bằng số giấy hoặc tên
      </LinkButton>
      <LinkButton href={paths.catalogue.list()} kind="secondary" wide>
        Tìm sản phẩm
      </LinkButton>
    </Verdict>
  )
}

export function NoSuchLink({ name, slug }: { name: string; slug: string }) {
  return (
    <Verdict
      state="unknown"
      level={1}
      answer="Không có thông tin loại này về sản phẩm"
      detail={`Hệ thống có trang sản phẩm và giấy chứng nhận của ${name}.`}
    >
      <LinkButton href={paths.catalogue.product(slug)} wide>
        Xem trang sản phẩm
      </LinkButton>
    </Verdict>
  )
}
