import type {VNode} from 'preact';
import type {OpenDialog, Question} from '../dialogs.ts';
import {admin} from '../state.ts';
import {DialogBox} from './dialog-box.tsx';
import {PageModalView} from './page-modal-view.tsx';

/** The dialog of the admin that its content asks for. */
export function DialogView({dialog}: {readonly dialog: OpenDialog}): VNode {
  const app = admin.value?.app.name ?? '';

  switch (dialog.kind) {
    case 'question':
      return <QuestionView question={dialog.question} answer={dialog.answer} />;
    case 'page':
      return <PageModalView dialog={dialog} />;
    case 'scopes':
      return (
        <QuestionView
          question={{
            title: `${app} needs access`,
            text: `${app} asks for: ${dialog.scopes.join(', ')}`,
            yes: 'Update',
            no: 'Cancel',
          }}
          answer={dialog.answer}
        />
      );
    case 'intent': {
      const {action, type, value} = dialog.intent;
      const question = {title: `${action} ${type}`, text: value ?? '', yes: 'Save', no: 'Cancel'};
      return <QuestionView question={question} answer={dialog.answer} />;
    }
  }
}

interface QuestionViewProps {
  readonly question: Question;
  readonly answer: (isYes: boolean) => void;
}

function QuestionView({question: {title, text, yes, no}, answer}: QuestionViewProps): VNode {
  return (
    <DialogBox title={title} leave={() => answer(false)}>
      <p>{text}</p>
      <div class="dialog-foot">
        <button type="button" onClick={() => answer(false)}>
          {no}
        </button>
        <button type="button" class="primary" onClick={() => answer(true)}>
          {yes}
        </button>
      </div>
    </DialogBox>
  );
}
