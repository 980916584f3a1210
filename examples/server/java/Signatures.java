// From public implementations, not from UnionPay: the official document counts. 根据公开实现编写，以银联官方文档为准。
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature and the decryption of {@code server.mjs} in Java 8, without a dependency. Copy the methods. To compare
 * them with the vectors of the guide: {@code java Signatures.java sign appId=… nonceStr=… secret=… timestamp=…} and
 * {@code java Signatures.java decrypt <base64> <key in hex>}.
 */
public final class Signatures {

    private Signatures() {
    }

    /** {@code a=1&b=2}: the fields in the order of their names, without those that are null. */
    static String inOrder(Map<String, String> fields) {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> field : new TreeMap<>(fields).entrySet()) {
            if (field.getValue() == null) {
                continue;
            }
            if (text.length() > 0) {
                text.append('&');
            }
            text.append(field.getKey()).append('=').append(field.getValue());
        }
        return text.toString();
    }

    /** SHA-256 of the fields as UTF-8, in lower-case hex; {@code secret} is among them where it has to be, and is not sent. */
    static String sign(Map<String, String> fields) throws Exception {
        byte[] text = inOrder(fields).getBytes(StandardCharsets.UTF_8);
        StringBuilder hex = new StringBuilder();
        for (byte one : MessageDigest.getInstance("SHA-256").digest(text)) {
            hex.append(String.format("%02x", one));
        }
        return hex.toString();
    }

    /** A field of the user: base64, 3DES-ECB with PKCS padding, under a key in hex; 16 bytes are used as K1 K2 K1. */
    static String decrypt(String text, String key) throws Exception {
        byte[] given = new byte[key.length() / 2];
        for (int at = 0; at < given.length; at++) {
            given[at] = (byte) Integer.parseInt(key.substring(2 * at, 2 * at + 2), 16);
        }
        byte[] whole = Arrays.copyOf(given, 24);
        if (given.length == 16) {
            System.arraycopy(given, 0, whole, 16, 8);
        }
        Cipher cipher = Cipher.getInstance("DESede/ECB/PKCS5Padding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(whole, "DESede"));
        return new String(cipher.doFinal(Base64.getDecoder().decode(text)), StandardCharsets.UTF_8);
    }

    public static void main(String[] args) throws Exception {
        if (args.length == 3 && args[0].equals("decrypt")) {
            System.out.println(decrypt(args[1], args[2]));
            return;
        }
        Map<String, String> fields = new TreeMap<>();
        for (String field : Arrays.copyOfRange(args, 1, args.length)) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0], pair[1]);
        }
        System.out.println(inOrder(fields));
        System.out.println(sign(fields));
    }
}
