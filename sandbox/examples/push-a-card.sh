#!/usr/bin/env bash
# The same with nothing but openssl and curl, to see each step. Takes the variables that `npm run sandbox` prints.
set -euo pipefail
card=${1:-5123450000000016}
url="$MDES_BASE_URL/connect/1/0/pushMultipleAccounts"

# Percent-encoding of RFC 3986 (ASCII is all that is needed here).
escape() {
  local text=$1 out='' i c
  for ((i = 0; i < ${#text}; i++)); do
    c=${text:i:1}
    case $c in [A-Za-z0-9._~-]) out+=$c ;; *) out+=$(printf '%%%02X' "'$c") ;; esac
  done
  printf '%s' "$out"
}
hex() { od -An -v -tx1 | tr -d ' \n'; }

# 1. The account, encrypted with a fresh AES key, the key wrapped with RSA-OAEP over SHA-512, all in hex.
accounts="[{\"pushAccountId\":\"1\",\"fundingAccountData\":{\"cardAccountData\":{\"accountNumber\":\"$card\",\"expiryMonth\":\"12\",\"expiryYear\":\"40\"}}}]"
aes=$(openssl rand -hex 16)
iv=$(openssl rand -hex 16)
data=$(printf '%s' "$accounts" | openssl enc -aes-128-cbc -K "$aes" -iv "$iv" | hex)
wrapped=$(printf '%s' "$aes" | sed 's/../\\x&/g' | xargs -0 printf '%b' |
  openssl pkeyutl -encrypt -certin -inkey "$MDES_ENCRYPTION_CERT_FILE" \
    -pkeyopt rsa_padding_mode:oaep -pkeyopt rsa_oaep_md:sha512 -pkeyopt rsa_mgf1_md:sha512 | hex)
payload="{\"encryptedData\":\"$data\",\"encryptedKey\":\"$wrapped\",\"iv\":\"$iv\",\"oaepHashingAlgorithm\":\"SHA512\",\"publicKeyFingerprint\":\"$MDES_ENCRYPTION_FINGERPRINT\"}"
signature_data='{"callbackURL":"http://localhost:3000/tokenization-results","accountHolderDataSupplied":false,"locale":"en_US"}'
body="{\"requestId\":\"$(openssl rand -hex 16)\",\"tokenRequestorId\":\"50123197928\",\"pushFundingAccounts\":{\"encryptedPayload\":$payload},\"signatureData\":$signature_data}"

# 2. The base string of RFC 5849 over the hash of that very body, signed.
hash=$(printf '%s' "$body" | openssl dgst -sha256 -binary | openssl base64 -A)
parameters="oauth_body_hash=$(escape "$hash")&oauth_consumer_key=$(escape "$MDES_CONSUMER_KEY")&oauth_nonce=$(openssl rand -hex 8)&oauth_signature_method=RSA-SHA256&oauth_timestamp=$(date +%s)&oauth_version=1.0"
base="POST&$(escape "$url")&$(escape "$parameters")"
key=$(mktemp)
trap 'rm -f "$key"' EXIT
openssl pkcs12 -in "$MDES_SIGNING_KEY_FILE" -passin env:MDES_SIGNING_KEY_PASSWORD -nocerts -nodes -out "$key" 2>/dev/null
signature=$(printf '%s' "$base" | openssl dgst -sha256 -sign "$key" | openssl base64 -A)
header="OAuth ${parameters//&/,},oauth_signature=$(escape "$signature")"
header=$(printf '%s' "$header" | sed -E 's/(oauth_[a-z_]+)=([^,]*)/\1="\2"/g')

# 3. The call. curl -d would drop line ends; --data-binary sends what was hashed.
answer=$(printf '%s' "$body" | curl -sS "$url" -H "Authorization: $header" -H 'Content-Type: application/json' --data-binary @-)
jws=$(printf '%s' "$answer" | sed -nE 's/.*"signature":"([^"]+)".*/\1/p')
uri=$(printf '%s' "$answer" | sed -nE 's/.*"type":"WEB","uri":"([^"]+)".*/\1/p')
if [ -z "$jws" ]; then printf '%s\n' "$answer" >&2; exit 1; fi
printf '%s?pushAccountData=%s&locale=en_US&extFlow=true\n' "$uri" "$jws"
