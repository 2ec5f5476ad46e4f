import { QueryProvider } from '@/components/query/query-provider';
import { DemoWords } from './demo-words.demo';
import { PhoneScreen, type PhoneMessage } from './phone-screen.demo';

/** The drawn phone beside the code page: stands for the bank's message service in a demo (decisions 5). */
export function DemoPhone({ name, messages }: { name: string; messages: PhoneMessage[] }) {
  return (
    <DemoWords>
      <QueryProvider>
        <PhoneScreen name={name} messages={messages} />
      </QueryProvider>
    </DemoWords>
  );
}
