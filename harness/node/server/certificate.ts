/**
 * The certificate that every gateway shows for every host. Key and certificate are published on purpose: they prove
 * nothing and protect nothing, and only browsers started for a test accept them.
 */
export const certificate: {readonly key: string; readonly cert: string} = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgkbjUvBxfS0n8am5y
S7kOK80lqP4MZAunHDiTosvzWo6hRANCAATehCiMNjWyEcvEhC/wO9a2M3zP0bQ9
miy7e9pisB2tMWwxzDRRw8VlhfGQQw7pvkuLSuM4SfAjh1Nb/2uxRDg5
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBxzCCAW2gAwIBAgIUK+/NeWqkesFREI9NpF5ewEx1KZgwCgYIKoZIzj0EAwIw
KjEoMCYGA1UEAwwfc2ltaG9zdCBwdWJsaWMgdGVzdCBjZXJ0aWZpY2F0ZTAgFw0y
NjExMjAxMjQ4NDZaGA8yMTI2MTAyNzEyNDg0NlowKjEoMCYGA1UEAwwfc2ltaG9z
dCBwdWJsaWMgdGVzdCBjZXJ0aWZpY2F0ZTBZMBMGByqGSM49AgEGCCqGSM49AwEH
A0IABN6EKIw2NbIRy8SEL/A71rYzfM/RtD2aLLt72mKwHa0xbDHMNFHDxWWF8ZBD
Dum+S4tK4zhJ8COHU1v/a7FEODmjbzBtMB0GA1UdDgQWBBRYetI5zYpjk/ykKjAa
H5tQ4+unBjAfBgNVHSMEGDAWgBRYetI5zYpjk/ykKjAaH5tQ4+unBjAPBgNVHRMB
Af8EBTADAQH/MBoGA1UdEQQTMBGCD3NpbWhvc3QuaW52YWxpZDAKBggqhkjOPQQD
AgNIADBFAiA+jZskR6Qjxf8sbxpFFApEfdJBghUFDI01gXN4mUORSQIhAI2xojLH
8wtuhTa2c6we7EbAYJn8FUCuEp3fTkz+vu1f
-----END CERTIFICATE-----
`,
};
